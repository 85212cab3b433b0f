using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Audit;
using HealthBao.Hub.Trust;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Partners;

/// <summary>Takes requests to join, which then wait for the operator, and new keys of partners, which count at once.</summary>
internal sealed class PartnerRequests(Register register, IOptions<HubOptions> hub, IOptions<PartnerJoiningOptions> options, TimeProvider clock)
{
    // A node whose clock is behind still takes a request that another holds for ended.
    private static readonly TimeSpan Afterlife = TimeSpan.FromMinutes(5);

    private static readonly Problem Full = new(ProblemType.Unavailable, "Too many requests to join wait for the operator; ask the operator, or later.");
    private static readonly Problem FullForAddress = new(ProblemType.TooManyRequests, "Too many requests to join wait from this network address; ask the operator.");

    public async Task<PartnerAnswer> TakeAsync(string token, string from, CancellationToken cancellation)
    {
        await using var database = await register.ReadAsync(cancellation);
        var known = PartnerRequest.ClaimedClient(token) is { } clientId ? await database.Partners.AsNoTracking().SingleOrDefaultAsync(p => p.ClientId == clientId, cancellation) : null;
        if (Verify(token, known, out var request) is { } problem) return new(null, problem);
        if (known is { IsConfigured: true }) return PartnerAnswer.Conflict("The partner stands in the hub's configuration; its keys are replaced there.");
        if (known is { JwksUri: not null }) return PartnerAnswer.Conflict("The partner's keys are published at its jwksUri; replace them there, or ask the operator.");
        if (known is { State: PartnerRows.Suspended }) return new(null, new Problem(ProblemType.Forbidden, "The partner is suspended."));
        if (!await register.UseOnceAsync("partner:" + request!.ClientId, request.Id, request.Expires + Afterlife, cancellation))
            return PartnerAnswer.Conflict("The request counted before.");
        return await WriteAsync(request, known, from, cancellation);
    }

    // The keys that count now decide who may speak for a partner; only for one who is new the request's own do.
    private Problem? Verify(string token, PartnerRow? known, out PartnerRequest? request)
    {
        var (now, issuer) = (clock.GetUtcNow(), hub.Value.Issuer);
        request = PartnerRequest.Verify(token, issuer, known is null ? null : PartnerKeySet.Parse(known.JsonWebKeySet) ?? [], now, out var fault);
        if (request is not null) return null;
        return known is not null && PartnerRequest.Verify(token, issuer, null, now, out _) is not null
            ? new(ProblemType.Conflict, "The client id belongs to other keys. If they are not yours, choose another or tell the operator.")
            : new(ProblemType.BadRequest, $"The request to join was refused: {fault}.");
    }

    private async Task<PartnerAnswer> WriteAsync(PartnerRequest request, PartnerRow? known, string from, CancellationToken cancellation)
    {
        await using var change = await register.BeginAsync(cancellation);
        var database = change.Database;
        var row = await PartnerRows.FindAsync(database, request.ClientId, cancellation);
        if (row?.JsonWebKeySet != known?.JsonWebKeySet || row?.State != known?.State) return PartnerAnswer.Conflict("The partner was changed at the same time; ask again.");
        if (row is null)
        {
            if (await FullAsync(database, from, cancellation) is { } full) return new(null, full);
            database.Partners.Add(row = PartnerRows.New(request.ClientId, clock.GetUtcNow()));
            row.RequestedFrom = from;
        }

        PartnerRows.Take(row, request);
        await change.CommitAsync(cancellation, new AuditEntry(row.State == PartnerRows.Pending ? AuditKind.PartnerRequested : AuditKind.PartnerKeysChanged, null)
        {
            Subject = request.ClientId,
            Region = row.Region,
            Outcome = row.State,
            Note = $"keys {string.Join(' ', request.Keys.Select(k => k.Thumbprint))}; scope {string.Join(' ', request.Scopes)}",
        });
        return PartnerAnswer.Of(row.State);
    }

    private async Task<Problem?> FullAsync(HubDatabase database, string from, CancellationToken cancellation)
    {
        var oldest = clock.GetUtcNow().AddDays(-options.Value.PendingDays).ToUnixTimeSeconds();
        var pending = database.Partners.Where(p => p.State == PartnerRows.Pending);
        await pending.Where(p => p.RequestedAt < oldest).ExecuteDeleteAsync(cancellation);
        if (await pending.CountAsync(cancellation) >= options.Value.Pending) return Full;
        return await pending.CountAsync(p => p.RequestedFrom == from, cancellation) >= options.Value.PendingPerAddress ? FullForAddress : null;
    }
}
