using System.Text;

namespace HealthBao.Hub.Tests.Privacy;

public sealed class SoughtTests
{
    [Theory]
    [InlineData("utf-8", "𠮷野家", "𠮷野家 (as it is, UTF-8)")]
    [InlineData("utf-16", "𠮷野家", "𠮷野家 (as it is, UTF-16)")]
    [InlineData("GB18030", "𠮷野家", "𠮷野家 (as it is, GB18030)")]
    [InlineData("utf-8", "\\ud842\\udfb7\\u91ce\\u5bb6", "𠮷野家 (JSON, UTF-8)")]
    [InlineData("utf-16", "\\uD842\\uDFB7\\u91CE\\u5BB6", "𠮷野家 (JSON, UTF-16)")]
    [InlineData("utf-8", "%F0%A0%AE%B7%E9%87%8E%E5%AE%B6", "𠮷野家 (address, UTF-8)")]
    [InlineData("utf-8", "０１０５１９４９１２３１００", "01051949123100 (full-width, UTF-8)")]
    [InlineData("GB18030", "０１０５１９４９１２３１００", "01051949123100 (full-width, GB18030)")]
    public void Each_form_is_found_wherever_it_stands(string encoding, string written, string what)
    {
        var sought = new Sought(["𠮷野家", "01051949123100"]);
        byte[] bytes = [1, 2, 3, .. Encoding.GetEncoding(encoding).GetBytes(written), 4];
        var found = new List<string>();
        sought.FindIn(bytes, found.Add);
        Assert.Equal([what], found);
    }

    [Fact]
    public void A_mask_is_no_find()
    {
        var found = new List<string>();
        new Sought(["𠮷野家", "01051949123100"]).FindIn("𠮷** 11**************2X"u8, found.Add);
        Assert.Empty(found);
    }
}
