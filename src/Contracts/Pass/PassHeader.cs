namespace HealthBao.Contracts.Pass;

/// <summary>The two headers of a pass, member for member (pass specification §1).</summary>
internal static class PassHeader
{
    public static string Api(string kid) => $$"""{"alg":"ES256","kid":"{{kid}}","typ":"{{PassVocabulary.ApiType}}"}""";

    public static string Card(string kid) => $$"""{"alg":"ES256","zip":"{{PassVocabulary.Deflate}}","kid":"{{kid}}"}""";
}
