using System.Xml.Linq;
using HealthBao.Adapters.Regions.Tianjin;
using HealthBao.Sandbox.People;
using HealthBao.Sandbox.StandIns;

namespace HealthBao.Interop.Tests.StandIns;

/// <summary>The open platform tells its errors with a code and a sub_code.</summary>
public sealed class TianjinNativeErrorTests : IAsyncLifetime
{
    private StandInHost host = null!;

    public async Task InitializeAsync() => host = await StandInHost.StartAsync(app =>
        TianjinStandIn.Map(app, new Population(TianjinCast.All), StandInKeys.Tianjin, StandInHost.Clock));

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_form_that_is_whole_is_answered() => Assert.Equal("10000", await AnswerAsync(Form()));

    [Theory]
    [InlineData("timestamp", "2020-03-01 08:55:00", "40002 isv.invalid-timestamp")]
    [InlineData("app_id", "somebody", "40002 isv.invalid-app-id")]
    [InlineData("sign_type", "RSA", "40002 isv.invalid-signature-type")]
    [InlineData("method", "tj.healthcode.delete", "40002 isv.invalid-parameter")]
    [InlineData("method", "tj.healthcode.query", "40002 isv.invalid-parameter")]
    [InlineData("biz_content", "[", "40002 isv.invalid-parameter")]
    [InlineData("biz_content", "", "40001 isv.missing-parameter")]
    public async Task A_pair_that_is_wrong_is_told(string name, string value, string expected)
    {
        var form = Form();
        form[name] = value;

        Assert.Equal(expected, await AnswerAsync(form));
    }

    [Fact]
    public async Task A_pair_changed_after_signing_is_told()
    {
        var form = Form();
        form["sign"] = Sign(form);
        form["timestamp"] = "2020-03-01 09:14:59";

        Assert.Equal("40002 isv.invalid-signature", await AnswerAsync(form));
    }

    private static Dictionary<string, string> Form() => new()
    {
        ["method"] = "tj.healthcode.verify",
        ["app_id"] = StandInKeys.AppId,
        ["charset"] = "utf-8",
        ["sign_type"] = "RSA2",
        ["timestamp"] = TianjinTime.Write(StandInHost.Clock.GetUtcNow()),
        ["biz_content"] = $$"""{"city_code":"120000","code_content":"{{TianjinCast.All[0].NativeCode}}"}""",
    };

    private static string Sign(Dictionary<string, string> form) => new TianjinSignature(StandInKeys.PrivatePem).Sign(form);

    private async Task<string> AnswerAsync(Dictionary<string, string> form)
    {
        form.TryAdd("sign", Sign(form));
        using var content = new FormUrlEncodedContent(form);
        using var response = await host.Http.PostAsync(new Uri(host.Address, TianjinSource.Path), content);
        response.EnsureSuccessStatusCode();
        var answer = XElement.Parse(await response.Content.ReadAsStringAsync());
        return $"{answer.Element("code")?.Value} {answer.Element("sub_code")?.Value}".TrimEnd();
    }
}
