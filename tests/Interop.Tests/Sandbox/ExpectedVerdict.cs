using System.Text.Json;

namespace HealthBao.Interop.Tests.Sandbox;

/// <summary>What the regions' common table says should come of a person at a destination; written apart from the policies that the hub executes.</summary>
internal sealed record ExpectedVerdict(string Verdict, string? Reason)
{
    public static ExpectedVerdict Of(JsonElement person, string destination)
    {
        var (source, status) = (person.GetProperty("source").GetString(), person.GetProperty("expected").GetString()!);
        if (status == "not-held") return new("cannot-tell", status);
        if (source is "xingtai" or "baoding" && destination != "130000") return new("cannot-tell", "city-scope");
        return status switch
        {
            "no-abnormality" => new("admit", null),
            "home-observation" or "central-observation" => new("refuse", status),
            _ => new("cannot-tell", "cannot-confirm"),
        };
    }

    public static ExpectedVerdict Seen(JsonElement answer) => new(answer.GetProperty("verdict").GetString()!, answer.GetProperty("reason").GetString());
}
