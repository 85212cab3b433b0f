using System.Security.Cryptography;
using System.Text;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Tests.Fhir;

public sealed class ConceptMapTests
{
    private const string Sound = """
        {"resourceType":"ConceptMap","url":"https://healthbao.example/fhir/ConceptMap/tianjin","version":"1","status":"active",
         "group":[{"source":"https://healthbao.example/fhir/CodeSystem/tianjin","target":"https://healthbao.example/fhir/CodeSystem/health-status",
          "element":[
           {"code":"green","display":"绿码","target":[{"code":"no-abnormality","equivalence":"equivalent"}]},
           {"code":"red","display":"红码","target":[{"code":"central-observation","equivalence":"narrower","comment":"天津红码可能为居家隔离"}]}]}]}
        """;

    private static readonly string Tianjin = FhirSystems.Native("tianjin");

    [Fact]
    public void A_map_translates_what_it_lists()
    {
        var map = Parse(Sound);
        Assert.Equal(new Translation("green", "绿码", HealthStatus.NoAbnormality, "equivalent", null), map.Translate(Tianjin, "green"));
        Assert.Equal("天津红码可能为居家隔离", map.Translate(Tianjin, "red")!.Comment);
        Assert.Equal(2, map.Translations.Count);
        Assert.Equal(("https://healthbao.example/fhir/ConceptMap/tianjin", "1"), (map.Url, map.Version));
    }

    [Theory]
    [InlineData("tianjin", "purple")]
    [InlineData("tianjin", "Green")]
    [InlineData("tianjin", "green ")]
    [InlineData("tianjin", "")]
    [InlineData("beijing", "green")]
    public void A_map_has_nothing_for_what_it_does_not_list(string system, string code) =>
        Assert.Null(Parse(Sound).Translate(FhirSystems.Native(system), code));

    [Fact]
    public void The_digest_is_of_the_bytes_as_they_came() =>
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sound))), Parse(Sound).Sha256);

    [Theory]
    [InlineData("\"resourceType\":\"ConceptMap\"", "\"resourceType\":\"CodeSystem\"")]
    [InlineData("\"resourceType\":\"ConceptMap\",", "")]
    [InlineData("\"version\":\"1\",", "")]
    [InlineData("\"version\":\"1\"", "\"version\":\"\"")]
    [InlineData("\"version\":\"1\"", "\"version\":1")]
    [InlineData("\"version\":\"1\"", "\"version\":\"1\",\"version\":\"2\"")]
    [InlineData("\"url\":\"https://healthbao.example/fhir/ConceptMap/tianjin\"", "\"url\":null")]
    [InlineData("CodeSystem/health-status", "CodeSystem/health")]
    [InlineData("\"source\"", "\"sauce\"")]
    [InlineData("\"code\":\"red\"", "\"code\":\"green\"")]
    [InlineData("\"code\":\"red\"", "\"code\":\"\"")]
    [InlineData("\"display\":\"红码\",", "")]
    [InlineData("central-observation", "red")]
    [InlineData("\"equivalence\":\"narrower\",", "")]
    [InlineData("\"comment\":\"天津红码可能为居家隔离\"", "\"comment\":7")]
    [InlineData("[{\"code\":\"no-abnormality\",\"equivalence\":\"equivalent\"}]", "[]")]
    [InlineData("[{\"code\":\"no-abnormality\",\"equivalence\":\"equivalent\"}]", "{}")]
    [InlineData("{\"code\":\"no-abnormality\",\"equivalence\":\"equivalent\"}", "{\"code\":\"no-abnormality\",\"equivalence\":\"equal\"},{\"code\":\"not-held\",\"equivalence\":\"equal\"}")]
    [InlineData("绿码", "\\ud800")]
    public void A_map_with_a_fault_is_refused_whole(string sound, string faulty)
    {
        Assert.Contains(sound, Sound, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => Parse(Sound.Replace(sound, faulty, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"ConceptMap\"")]
    [InlineData("{\"resourceType\":\"ConceptMap\"}")]
    [InlineData("{\"resourceType\":\"ConceptMap\",\"group\":{}}")]
    public void What_is_no_map_is_refused(string json) => Assert.Throws<FormatException>(() => Parse(json));

    [Fact]
    public void Bytes_after_the_map_or_not_in_UTF_8_are_refused()
    {
        Assert.Throws<FormatException>(() => Parse(Sound + "{}"));
        Assert.Throws<FormatException>(() => ConceptMap.Parse([.. Encoding.UTF8.GetBytes(Sound)[..^20], 0xC3, 0x28]));
        Assert.Throws<FormatException>(() => ConceptMap.Parse(Encoding.Latin1.GetBytes(Sound.Replace("绿码", "\u00FF", StringComparison.Ordinal))));
    }

    private static ConceptMap Parse(string json) => ConceptMap.Parse(Encoding.UTF8.GetBytes(json));
}
