using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Problems;

namespace HealthBao.Hub.Queries;

/// <summary>The question of <c>POST /v1/status-queries</c>: names a person, so it is forwarded to the home region and wiped here when it is disposed of.</summary>
public sealed record StatusQuery(string? Region, PersonQuestion Person, string Destination, string Scene) : IDisposable
{
    /// <summary>The only purpose granted.</summary>
    public const string EpidemicControl = "epidemic-control";

    public static StatusQuery? Read(ReadOnlyMemory<byte> body, out RequestBody read)
    {
        read = RequestBody.Parse(body);
        var region = read.Region("region", required: false);
        var person = read.PersonQuestion();
        var destination = read.Region("destination");
        var scene = read.Code("scene", Recognition.Scene.All, required: false) ?? Recognition.Scene.Other;
        read.Code("purpose", [EpidemicControl]);
        if (read.End()) return new(region, person!, destination!, scene);
        person?.Dispose();
        return null;
    }

    public void Dispose() => Person.Dispose();

    public override string ToString() => $"status query for {Region ?? "all regions"} from {Destination}";
}
