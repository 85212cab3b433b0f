using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;
using HealthBao.Sandbox.People;
using HealthBao.Seeds;

namespace HealthBao.Interop.Tests.Privacy;

/// <summary>Seeded people at the five systems in turn, two thirds of them green, each with what that system knows of a person.</summary>
internal static class SeededCitizens
{
    private static readonly (string Source, string Region, string? CodePrefix, string Green, string Yellow)[] Systems =
    [
        ("beijing", "110000", "BJJKB:", "0", "1"), ("tianjin", "120000", "TJJKM:", "green", "orange"), ("hebei", "130000", "HBJKM:", "00", "01"),
        ("xingtai", "130000", null, "1", "2"), ("baoding", "130000", null, "绿码", "黄码"),
    ];

    public static IReadOnlyList<Citizen> Of(IReadOnlyList<SeededPerson> people) => [.. people.Select(Of)];

    private static Citizen Of(SeededPerson person, int index)
    {
        var (source, region, prefix, green, yellow) = Systems[index % Systems.Length];
        // GBK, which Baoding writes, has no such character.
        if (source == "baoding" && person.Name.Any(char.IsSurrogate)) (source, region, prefix, green, yellow) = Systems[0];
        var isGreen = index % 3 != 0;
        return new(
            region, source, person.Name, person.Type, person.Number, prefix is null ? null : prefix + MadeUpNumber.Opaque(source, person.Number), Subject(source, person),
            isGreen ? green : yellow, isGreen ? HealthStatus.NoAbnormality : HealthStatus.HomeObservation);
    }

    private static string Subject(string source, SeededPerson person) => source switch
    {
        "tianjin" => MadeUpNumber.UserId(source, person.Number),
        "beijing" or "hebei" => MadeUpNumber.Uuid(source, person.Number),
        _ => $"{person.Type.Code()}|{person.Number}",
    };
}
