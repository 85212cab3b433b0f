using System.Collections.Frozen;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Recognition;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Trust;

/// <summary>Makes what the hub knows of the register's rows.</summary>
public sealed class TrustStates(HubKeys keys, PolicyBook shipped, IOptions<HubOptions> options, ILogger<TrustStates> log)
{
    /// <summary>The rows that can be read. What is there and cannot be is told and left out; the others stay in force.</summary>
    public RegisterContent Readable(RegisterContent content) => new(
        Readable(content.Participants, r => RegisterRows.Of(r) is not null, r => "participant " + r.Region),
        Readable(content.DayKeys, r => RegisterRows.Of(r) is not null, r => $"day key {r.Kid} of {r.Region}"),
        Readable(content.Partners, r => PartnerRows.Of(r) is not null, r => "partner " + r.ClientId),
        Readable(content.Policies, r => r.State != PolicyStates.Approved || RegisterRows.Of(r) is not null, r => $"policy {r.Destination}/{r.Version}"));

    /// <summary>The list that says what the rows say.</summary>
    public TrustList ListOf(RegisterContent content, long sequence, DateTimeOffset signedAt, DateTimeOffset expires)
    {
        var dayKeys = content.DayKeys.ToLookup(k => k.Region);
        var listed = content.Participants.Where(r => r.State != ParticipantRow.Pending).Select(r => List(RegisterRows.Of(r)!, dayKeys[r.Region]));
        return new(options.Value.Issuer, signedAt, expires, sequence, [.. listed]);
    }

    public string Sign(TrustList list) => TrustListToken.Sign(list, keys.TrustAnchor);

    public TrustState Make(long revision, RegisterContent content, TrustList list, string token, TrustSnapshot? previous)
    {
        var entries = content.Participants.Select(r => RegisterRows.Of(r)!).ToArray();
        var maps = entries.ToDictionary(e => e.Region, e => e.Map);
        return new()
        {
            Revision = revision,
            Snapshot = TrustSnapshot.Compile(list, maps, previous),
            Token = token,
            Enrolments = entries.ToFrozenDictionary(e => e.Region, e => e.Enrolment),
            Partners = content.Partners.Select(p => PartnerRows.Of(p)!).ToFrozenDictionary(p => p.ClientId),
            Policies = shipped.With(content.Policies.Where(p => p.State == PolicyStates.Approved).Select(p => RegisterRows.Of(p)!), LastDecision(content)),
            Content = content,
        };
    }

    private static DateTimeOffset LastDecision(RegisterContent content) =>
        DateTimeOffset.FromUnixTimeSeconds(content.Policies.Where(p => p.State is PolicyStates.Approved or PolicyStates.Withdrawn).Max(p => p.DecidedAt) ?? 0);

    private ListedParticipant List(ParticipantEntry entry, IEnumerable<DayKeyRow> dayKeys)
    {
        var (enrolment, map) = entry;
        var participant = enrolment.Participant;
        return new()
        {
            Region = participant.Region,
            Names = participant.Names,
            Issuer = participant.Issuer,
            Endpoint = new Uri(options.Value.PublicAddress, $"/regions/{participant.Region}").ToString(),
            State = enrolment.State == ParticipantRow.Active ? ParticipantState.Active : ParticipantState.Suspended,
            NativeCodePrefixes = participant.NativeCodePrefixes,
            CityCodeSystems = participant.CityCodeSystems,
            Keys = [.. dayKeys.OrderBy(k => k.NotBefore).ThenBy(k => k.Kid, StringComparer.Ordinal).Select(k => RegisterRows.Of(k)!)],
            StatusList = participant.Issuer + "/status/",
            ConceptMap = new(map.Version, map.Sha256),
            Telephone = participant.Telephone,
            Contact = participant.Contact,
        };
    }

    private List<T> Readable<T>(IEnumerable<T> rows, Func<T, bool> isReadable, Func<T, string> name)
    {
        var sorted = rows.ToLookup(isReadable);
        foreach (var row in sorted[false]) Log.RowUnreadable(log, name(row));
        return [.. sorted[true]];
    }
}
