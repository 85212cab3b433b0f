using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Storage;
using HealthBao.Adapters.Telemetry;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Issuing;

/// <summary>Asks, checks, records, signs, records; then hands out. The same answer gives the same pass.</summary>
internal sealed class PassIssuer(
    RegionFolder region, DayKeys days, Enquirer enquirer, AdapterMeters meters, TimeProvider clock, IHostApplicationLifetime life, ILogger<PassIssuer> logger)
{
    private const int MaxAttempts = 4;
    private readonly SingleFlight<IssueResult> flights = new();

    /// <summary>By the content of the region's own code: the pass there is, or one made of the source's answer.</summary>
    public async Task<IssueResult> ByCodeAsync(string nativeCode, CancellationToken cancellation)
    {
        var today = days.Today;
        var tag = today.Tags.Code(nativeCode);
        if (today.FindByCode(tag) is { } issued) return new IssueResult.Issued(issued);
        return await flights.JoinAsync(
            Convert.ToBase64String(tag), () => IssueAsync(c => enquirer.AskAsync(nativeCode, c), nativeCode, null, life.ApplicationStopping), cancellation);
    }

    /// <summary>By document: the source is asked each time.</summary>
    public Task<IssueResult> ByDocumentAsync(PersonName name, IdentityDocument document, CancellationToken cancellation) =>
        IssueAsync(c => enquirer.AskAsync(name, document, c), null, document, cancellation);

    private async Task<IssueResult> IssueAsync(
        Func<CancellationToken, Task<EnquiryOutcome>> ask, string? nativeCode, IdentityDocument? document, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var day = days.Today;
            if (nativeCode is not null && day.FindByCode(day.Tags.Code(nativeCode)) is { } issued) return new IssueResult.Issued(issued);
            var askedAt = day.Epoch;
            var outcome = await ask(cancellation);
            if (outcome is not EnquiryOutcome.Stated { Statement: var said }) return new IssueResult.NoPass(outcome);
            if (said.Status == HealthStatus.NotHeld) return new IssueResult.NoPass(new EnquiryOutcome.NotHeld());

            // An answer from before midnight says nothing of the new day, and one overtaken by a change says nothing at all.
            if (days.Today != day) continue;
            var claim = ClaimOf(said, day, askedAt, nativeCode, document);
            if (await IssueAsync(said, claim, day) is { } result) return result;
        }

        return new IssueResult.NoPass(new EnquiryOutcome.SourceFailed(SourceFault.Overloaded));
    }

    private async Task<IssueResult?> IssueAsync(NativeStatement said, PassClaim claim, DayStore day)
    {
        IssuedPass? made = null;
        if (day.FindSame(claim) is null)
        {
            made = await MakeAsync(said, claim, day);
            if (made is null) return new IssueResult.NoPass(new EnquiryOutcome.SourceFailed(SourceFault.Unreadable));
        }

        if (await day.RecordAsync(claim, made) is not { } pass) return null;
        if (ReferenceEquals(pass, made))
        {
            logger.PassIssued(region.Code, day.Day.Compact, pass.Index, pass.Status.Code());
            meters.Issued(pass.Status);
        }

        return new IssueResult.Issued(pass);
    }

    // Null where the source's answer cannot be said in a pass, such as a mask that shows too much: no other place helps that.
    private async Task<IssuedPass?> MakeAsync(NativeStatement said, PassClaim claim, DayStore day)
    {
        // The longest cards pass or miss the QR's 927 characters by one or two, as their index deflates: another place helps.
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var statement = Statement(said, claim, day, await day.TakeIndexAsync());
            var fit = PassSigner.TrySign(statement, day.Key, out var pass);
            if (fit == PassFit.Fits) return new(day.Day, statement.StatusIndex, pass!, said.Status, said.System, said.Code, statement.AsOf);
            if (fit == PassFit.NotConformant) break;
            logger.CardTooLong(region.Code, said.System, statement.StatusIndex);
        }

        logger.StatementUnfit(region.Code, said.System);
        return null;
    }

    private PassStatement Statement(NativeStatement said, PassClaim claim, DayStore day, int index)
    {
        var now = Within(day.Day, DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds()));
        return new()
        {
            Issuer = region.Participant.Issuer,
            NotBefore = now,
            Expires = day.Day.End,
            StatusIndex = index,
            Person = said.Person,
            Status = said.Status,
            NativeSystem = said.System,
            NativeCode = said.Code,
            AsOf = claim.AsOf < now ? claim.AsOf : now,
            Authority = AuthorityOf(said),
        };
    }

    // Midnight may strike between the answer and the signature: then the pass ends as it is made, and is conformant still.
    private static DateTimeOffset Within(ShanghaiDay day, DateTimeOffset instant) => instant < day.End ? instant : day.End.AddSeconds(-1);

    private PassClaim ClaimOf(NativeStatement said, DayStore day, long askedAt, string? nativeCode, IdentityDocument? document)
    {
        var says = string.Join('\n', said.Status.Code(), said.System, said.Code, AuthorityOf(said), said.Person.DocumentType.Code(), said.Person.DocumentNumber, said.Person.Name);
        var now = clock.GetUtcNow();
        var asOf = DateTimeOffset.FromUnixTimeSeconds((said.AsOf < now ? said.AsOf : now).ToUnixTimeSeconds());
        return new(
            day.Tags.Subject(said.Subject), day.Tags.Says(says), asOf, askedAt,
            nativeCode is null ? null : day.Tags.Code(nativeCode), document is null ? null : day.Tags.Document(document));
    }

    private string? AuthorityOf(NativeStatement said) =>
        !PassStatement.NeedsAuthority(said.Status) ? null : said.Authority.Length > 0 ? said.Authority : region.Code;
}
