using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Recognition;

namespace HealthBao.Hub.Trust;

/// <summary>Reads the register's rows. Each gives null for a row that cannot be read, so that one bad row takes nobody else out.</summary>
internal static class RegisterRows
{
    /// <summary>A participant's row, taken apart.</summary>
    public static ParticipantEntry? Of(ParticipantRow row)
    {
        if (ParticipantOf(row.Participant) is not { } participant || KeyOf(row.EnrolmentKeyX, row.EnrolmentKeyY) is not { } key) return null;
        if (MapOf(row.ConceptMap) is not { } map || !Uri.TryCreate(row.AdapterAddress, UriKind.Absolute, out var address)) return null;
        return new(new(row.State, participant, new(key), address), map);
    }

    public static Participant? ParticipantOf(string json)
    {
        try
        {
            var participant = Participant.Parse(Encoding.UTF8.GetBytes(json));
            return NativeCodePrefixes.AreSound(participant.NativeCodePrefixes) ? participant : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public static ListedKey? Of(DayKeyRow row) =>
        KeyOf(row.X, row.Y) is { } key && row.NotBefore >= 0 && row.NotBefore < row.Expires && row.Expires <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? new(key, DateTimeOffset.FromUnixTimeSeconds(row.NotBefore), DateTimeOffset.FromUnixTimeSeconds(row.Expires)) { IsSuspended = row.SuspendedAt is not null }
            : null;

    /// <summary>An approved policy; one whose own words are not those of its row is none.</summary>
    public static RecognitionPolicy? Of(PolicyRow row) =>
        PolicyJson.Read(Encoding.UTF8.GetBytes(row.Policy), out var policy).Count == 0 && (policy!.Destination, policy.Version) == (row.Destination, row.Version) ? policy : null;

    public static EcJwk? KeyOf(string x, string y) => EcJwk.Parse(JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = x, ["y"] = y }));

    private static ConceptMap? MapOf(string json)
    {
        try
        {
            return ConceptMap.Parse(Encoding.UTF8.GetBytes(json));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
