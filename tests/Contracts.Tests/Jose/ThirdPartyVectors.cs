using System.Text.Json;

namespace HealthBao.Contracts.Tests.Jose;

/// <summary>Vectors by others, in the folder that HEALTHBAO_VECTORS names; without it the tests are skipped.</summary>
internal static class ThirdPartyVectors
{
    public static JsonElement Read(string file)
    {
        var folder = Environment.GetEnvironmentVariable("HEALTHBAO_VECTORS");
        Skip.If(string.IsNullOrEmpty(folder), "HEALTHBAO_VECTORS names no folder with vectors by others.");
        return JsonElement.Parse(File.ReadAllBytes(Path.Combine(folder!, file)));
    }

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    /// <summary>Every case of a Wycheproof file with its group.</summary>
    public static IEnumerable<(JsonElement Group, JsonElement Case, int Id, bool Valid)> Cases(JsonElement file) =>
        from g in file.GetProperty("testGroups").EnumerateArray()
        from t in g.GetProperty("tests").EnumerateArray()
        select (g, t, t.GetProperty("tcId").GetInt32(), t.Text("result") == "valid");
}
