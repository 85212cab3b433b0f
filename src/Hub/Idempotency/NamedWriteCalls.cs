using System.Data.Common;
using HealthBao.Contracts.Problems;
using HealthBao.Hub.Limits;
using HealthBao.Hub.Partners;
using HealthBao.Hub.Problems;
using Microsoft.EntityFrameworkCore;

namespace HealthBao.Hub.Idempotency;

/// <summary>
/// Writes that carry an <c>Idempotency-Key</c> (draft-ietf-httpapi-idempotency-key-header): the same request under the same key is carried
/// out once and answered alike for a day. What was refused had no effect, and is judged anew.
/// </summary>
internal sealed class NamedWriteCalls(NamedWrites writes, PartnerGate gate, TimeProvider clock, ILogger<NamedWriteCalls> log)
{
    public const string Header = "Idempotency-Key";
    public const int MaxBytes = 256 * 1024;
    private const int MaxKey = 64;
    private const int PerAddress = 120;
    private const int Addresses = 10_000;

    // Anybody may send a signed word, and each under a key writes to the register before it is judged.
    private readonly AddressWindows words = new(PerAddress, Addresses, clock);

    public async Task ServeAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Headers[Header] is not [{ Length: >= 1 and <= MaxKey } key] || !key.All(c => c is > ' ' and <= '~'))
        {
            await http.WriteProblemAsync(new(ProblemType.BadRequest, "See errors: each names the field, the fault and the way out.",
                [new(Header, "format", $"It must stand once, with 1 to {MaxKey} visible ASCII characters.")]));
            return;
        }

        if (WriteOwner.IsSignedWord(http.Request) && words.Take(http.Connection.RemoteIpAddress) is { IsAdmitted: false } full)
        {
            await WaitAsync(http, new(ProblemType.TooManyRequests), full.Seconds);
            return;
        }

        if (await HeldBody.ReadAsync(http, MaxBytes) is not { } body) return;
        if (WriteOwner.Of(http.Request, body, gate) is not { } owner) await next(http);
        else await ServeAsync(http, next, NamedWrite.Of(owner, key, NamedWrite.DigestOf($"{http.Request.Path}{http.Request.QueryString}", http.Request.ContentType, body)));
    }

    private async Task ServeAsync(HttpContext http, RequestDelegate next, NamedWrite write)
    {
        var (claim, answer) = await ClaimAsync(write, http.RequestAborted);
        if (claim == WriteClaim.New)
        {
            await CarryOutAsync(http, next, write);
            return;
        }

        if (claim is not null && !WriteOwner.IsSignedWord(http.Request) && await gate.AdmitAsync(http, Scopes.Trust, CallKind.Trust) is null) return;
        await (claim switch
        {
            WriteClaim.Answered => HeldAnswer.TellAsync(http, answer!),
            WriteClaim.AnotherRequest => http.WriteProblemAsync(new(ProblemType.IdempotencyKeyReused, "This Idempotency-Key named another request within the day; repeat that one as it was, or use a new key.")),
            WriteClaim.UnderWay => WaitAsync(http, new(ProblemType.Conflict, "The request of this Idempotency-Key is under way; repeat it for its answer."), 1),
            _ => http.WriteProblemAsync(new(ProblemType.Unavailable, "The register cannot be asked whether this request was carried out before, and nothing was changed.")),
        });
    }

    private async Task CarryOutAsync(HttpContext http, RequestDelegate next, NamedWrite write)
    {
        // Whoever goes away meanwhile comes again for the answer, so the write is finished.
        http.RequestAborted = CancellationToken.None;
        var answer = await HeldAnswer.OfAsync(http, next, () => writes.ForgetAsync(write));
        try
        {
            await (answer.Status is >= 200 and < 300 ? writes.RecordAsync(write, answer) : writes.ForgetAsync(write));
        }
        catch (Exception e) when (IsRegisters(e))
        {
            // What was done was done, and is told; only a repetition within the day may be carried out anew.
            Log.AnswerNotKept(log, e.GetType().Name);
        }

        await HeldAnswer.WriteAsync(http, answer);
    }

    private async Task<(WriteClaim? Claim, RecordedAnswer? Answer)> ClaimAsync(NamedWrite write, CancellationToken cancellation)
    {
        try
        {
            return await writes.ClaimAsync(write, cancellation);
        }
        catch (Exception e) when (IsRegisters(e))
        {
            Log.RegisterUnreachable(log, e.GetType().Name);
            return (null, null);
        }
    }

    private static Task WaitAsync(HttpContext http, Problem problem, long seconds)
    {
        http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return http.WriteProblemAsync(problem);
    }

    private static bool IsRegisters(Exception e) => e is DbException or DbUpdateException or InvalidOperationException { InnerException: DbException };
}
