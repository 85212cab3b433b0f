using System.Text;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Partners;
using HealthBao.Hub.Problems;

namespace HealthBao.Hub.Trust;

/// <summary>
/// A region states its day keys; a key in doubt is suspended, by the operator or by the region itself. There is no reinstatement: the region
/// states another key (docs/decisions/0018).
/// </summary>
internal static class KeysFeature
{
    public static void MapKeys(this IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/trust/keys", StateAsync);
        app.MapPost("/v1/trust/keys/{kid}/suspension", SuspendAsync);
    }

    private static async Task StateAsync(HttpContext http, EnrolmentCalls calls, KeyRegister register, TrustSource trust, ILoggerFactory loggers)
    {
        var log = loggers.CreateLogger(typeof(KeysFeature));
        if (await calls.ReadAsync(http, KeyStatement.MaxBytes, KeyStatement.ClaimedRegion, "key statement") is not { } call) return;
        if (KeyStatement.Verify(call.Token, call.Issuer, call.Region, call.Key, call.Now) is not { } statement)
        {
            Log.TrustRefused(log, "a key statement does not stand");
            await http.WriteProblemAsync(new(ProblemType.BadRequest, "The key statement does not stand: signature, time, region, day or a proof of possession."));
            return;
        }

        if (!await calls.IsActiveAsync(http, call) || !await calls.UseOnceAsync(http, call, statement.Id)) return;
        if (await register.AddAsync(statement, call.Key.Kid, http.RequestAborted) is var fault && fault != KeyStatementFault.None)
        {
            Log.TrustRefused(log, "a key statement is not taken: " + fault);
            await http.WriteProblemAsync(ProblemOf(fault));
            return;
        }

        await trust.RefreshAsync(http.RequestAborted);
        Log.KeysStated(log, call.Region, statement.Keys.Count);
        await http.Response.WriteAsJsonAsync(new Dictionary<string, object> { ["region"] = call.Region, ["keys"] = statement.Keys.Select(k => k.Jwk.Thumbprint) });
    }

    // An operator brings an access token, a region its own signed word.
    private static async Task SuspendAsync(HttpContext http, string kid, EnrolmentCalls calls, KeyRegister register, TrustSource trust, ILoggerFactory loggers)
    {
        string? region = null, by;
        if (http.Request.ContentType is null)
        {
            if (await Scopes.RequireAsync(http, Scopes.Trust) is not { } partner) return;
            by = partner.ClientId;
        }
        else
        {
            if (await calls.ReadAsync(http, KeySuspension.MaxBytes, KeySuspension.ClaimedRegion, "key suspension") is not { } call) return;
            if (KeySuspension.Verify(call.Token, call.Issuer, call.Region, call.Key, call.Now) is not { } suspension || suspension.Kid != kid)
            {
                await http.WriteProblemAsync(new(ProblemType.BadRequest, "The key suspension does not stand: signature, time, region or kid."));
                return;
            }

            if (!await calls.UseOnceAsync(http, call, suspension.Id)) return;
            (region, by) = (call.Region, call.Key.Kid);
        }

        if (await register.SuspendAsync(kid, region, by, http.RequestAborted) is not { } owner)
        {
            await http.WriteProblemAsync(new(ProblemType.NotFound, "There is no such key, or it is another region's."));
            return;
        }

        await trust.RefreshAsync(http.RequestAborted);
        Log.KeySuspended(loggers.CreateLogger(typeof(KeysFeature)), kid, owner, by);
        await http.Response.WriteAsJsonAsync(new Dictionary<string, string> { ["region"] = owner, ["kid"] = kid, ["state"] = ParticipantRow.Suspended });
    }

    private static Problem ProblemOf(KeyStatementFault fault) => fault switch
    {
        KeyStatementFault.OtherDay => new(ProblemType.BadRequest, "A key must be of today or tomorrow in Asia/Shanghai, by this hub's clock."),
        KeyStatementFault.NoTomorrow => new(ProblemType.BadRequest, "State a key of tomorrow too: after its first day a region always has both."),
        KeyStatementFault.AnotherRegions => new(ProblemType.Conflict, "The statement names a key of another region."),
        KeyStatementFault.Suspended => new(ProblemType.Conflict, "The statement names a key that was suspended. It does not count again: make another key for that day and state it."),
        KeyStatementFault.DayTaken => new(ProblemType.Conflict, "Another key of that day is in force. Suspend it first at POST /v1/trust/keys/{kid}/suspension, then state this one."),
        _ => new(ProblemType.Conflict, $"The region had {KeyRegister.MostADay} keys for that day already; an operator has to look at it."),
    };
}
