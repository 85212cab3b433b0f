using System.ComponentModel.DataAnnotations;
using HealthBao.Adapters.Regions.Beijing;

namespace HealthBao.Adapters.Tests.Regions.Beijing;

public sealed class BeijingSourceOptionsTests
{
    [Theory]
    [InlineData("", "healthbao", "sixteen-characters")]
    [InlineData("/jkb", "healthbao", "sixteen-characters")]
    [InlineData("ftp://127.0.0.1/", "healthbao", "sixteen-characters")]
    [InlineData("http://127.0.0.1/", "", "sixteen-characters")]
    [InlineData("http://127.0.0.1/", "healthbao", "short")]
    public void Options_that_are_not_whole_are_refused(string address, string appId, string secret)
    {
        var options = new BeijingSourceOptions { Address = new Uri(address, UriKind.RelativeOrAbsolute), AppId = appId, Secret = secret };

        Assert.Throws<ValidationException>(() => Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true));
    }
}
