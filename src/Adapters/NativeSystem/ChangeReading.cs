using System.Globalization;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.NativeSystem;

/// <summary>
/// Reads a told change. A yellow, a red, and a change that does not say its status need the office and a reason of the closed list;
/// a yellow and a red need a reason of health.
/// </summary>
internal sealed class ChangeReading(RequestBody body, RegionFolder region)
{
    private const int MaxSubject = 256;
    private const int MaxText = 128;

    /// <summary>The change, or null when the body's faults say why not.</summary>
    public ToldChange? Read()
    {
        var subject = body.Text("subject", MaxSubject, required: false);
        var document = subject is null && !IsFaulty("subject") ? body.Document() : null;
        var occurredAt = OccurredAt();
        var native = Native();
        var status = Status(native);
        var needed = status is not { } said || PassStatement.NeedsAuthority(said);
        var reason = Reason(status, needed);
        var authority = Authority(needed || reason is { TakesBack: true });
        return body.End() ? new(subject, document, occurredAt, status, native, authority, reason) : null;
    }

    private DateTimeOffset OccurredAt()
    {
        var instant = default(DateTimeOffset);
        if (body.Text("occurredAt", 40) is { } text && !DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant))
            body.Fault("occurredAt", "format", "It must be an instant such as 2026-03-01T09:12:00+08:00.");
        return instant;
    }

    // A bare code is of the region's own main system.
    private (string System, string Code)? Native()
    {
        var systems = region.Participant.CodeSystems.Concat(region.Participant.CityCodeSystems).Select(FhirSystems.Native).ToArray();
        if (!body.HoldsObject("native")) return body.Text("native", MaxText, required: false) is { } bare ? (systems[0], bare) : null;
        var coding = body.Object("native")!;
        var (system, code) = (coding.Text("system", MaxText), coding.Text("code", MaxText));
        coding.End();
        if (system is not null && !systems.Contains(system)) coding.Fault("system", "not-listed", $"It must be one of: {string.Join(", ", systems)}.");
        return system is not null && code is not null ? (system, code) : null;
    }

    // A code that the map does not list stands for no status here: it is as if none had been said.
    private HealthStatus? Status((string System, string Code)? native)
    {
        var mapped = native is { } n ? region.Map.Translate(n.System, n.Code)?.Status : null;
        if (body.Code("status", [.. HealthStatuses.All.Select(s => s.Code())], required: false) is not { } text || !HealthStatuses.TryParse(text, out var said)) return mapped;
        if (native is not null && said != (mapped ?? HealthStatus.CannotConfirm))
            body.Fault("status", "contradicts", "It must be what the region's concept map makes of the native code; leave one of the two out, or tell the right one.");
        return said;
    }

    private ChangeReason? Reason(HealthStatus? status, bool needed)
    {
        var reason = ChangeReasons.Find(body.Code("reason", ChangeReasons.Codes, required: false));
        if (reason is null && needed && !IsFaulty("reason"))
            body.Fault("reason", "missing", $"A change to yellow or red, or one that does not say its status, needs a reason of the list: {string.Join(", ", ChangeReasons.Codes)}.");
        if (reason is null || status is not { } said || reason.MayLeadTo(said)) return reason;
        var fitting = string.Join(", ", ChangeReasons.All.Where(r => r.MayLeadTo(said)).Select(r => r.Code));
        if (PassStatement.NeedsAuthority(said) && !reason.IsHealth)
            body.Fault("reason", "no-health-reason", $"Nobody is turned yellow or red but for a reason of health. For this status it must be one of: {fitting}.");
        else
            body.Fault("reason", "contradicts", $"This reason does not lead to this status. It must be one of: {fitting}.");
        return reason;
    }

    private AuthorityCode? Authority(bool needed)
    {
        if (body.Text("authority", MaxText, required: false) is not { } text)
        {
            if (needed && !IsFaulty("authority"))
                body.Fault("authority", "missing", "The office that decided must be named, such as 110000/CDC, unless the new status is said to be neither yellow nor red and no pass is taken back.");
            return null;
        }

        if (!AuthorityCode.TryParse(text, out var authority))
            body.Fault("authority", "format", $"It must be a division of 6, 9 or 12 digits and an office in capitals, such as 110000/CDC or 110105/COMMUNITY, at most {AuthorityCode.MaxLength} characters.");
        else if (!authority.IsOf(RegionCode.Parse(region.Code)))
            body.Fault("authority", "other-region", $"It must be an office of this region: the division begins with {region.Code[..2]}.");
        return authority;
    }

    private bool IsFaulty(string field) => body.Faults.Any(f => f.Field == field);
}
