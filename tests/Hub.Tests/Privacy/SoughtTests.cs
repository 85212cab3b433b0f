using System.Text;
using HealthBao.Contracts.Identity;
using HealthBao.Seeds;

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
    [InlineData("utf-8", "%f0%a0%ae%b7%e9%87%8e%e5%ae%b6", "𠮷野家 (address, UTF-8)")]
    [InlineData("utf-8", "eDAxMDUxOTQ5MTIzMTAweQ", "01051949123100 (base64, UTF-8)")]
    [InlineData("utf-16", "eyJuIjoi8KCut-mHjuWutiJ9", "𠮷野家 (base64, UTF-16)")]
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

    [Theory]
    [InlineData("\"12345678\"", 1)]
    [InlineData("=12345678&", 1)]
    [InlineData("20201234567809", 0)]
    [InlineData("ab12345678", 0)]
    public void A_number_of_eight_digits_is_a_find_where_it_stands_alone(string text, int times)
    {
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
        {
            var found = new List<string>();
            new Sought(["12345678"]).FindIn(encoding.GetBytes(text), found.Add);
            Assert.Equal(times, found.Count);
        }
    }

    [Fact]
    public void Seeded_people_are_sound_in_all_kinds_of_document()
    {
        foreach (var person in SeededPerson.Make(600, new Random(1)))
        {
            Assert.Equal(DocumentFault.None, IdentityDocument.TryCreate(person.Type, person.Number, out _));
            Assert.True(PersonName.TryCreate(person.Name, out _));
        }
    }
}
