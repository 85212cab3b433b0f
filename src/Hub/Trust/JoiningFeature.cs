using System.Text;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Partners;
using HealthBao.Hub.Problems;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Trust;

/// <summary>How a region joins while the hub runs: it asks with a proof of possession, an operator approves, then it states its day keys.</summary>
internal static class JoiningFeature
{
    public const string JwtMediaType = "application/jwt";

    // Ten minutes of life, and a minute that its clock may be ahead of ours.
    private static readonly TimeSpan LongestStatement = TimeSpan.FromMinutes(11);

    public static void MapJoining(this IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/trust/participants", RequestAsync);
        app.MapPost("/v1/trust/participants/{region}/approval", (HttpContext http, string region, Register register, TrustSource trust, ILoggerFactory loggers) =>
            SetStateAsync(http, region, "active", register, trust, loggers));
        app.MapPost("/v1/trust/participants/{region}/suspension", (HttpContext http, string region, Register register, TrustSource trust, ILoggerFactory loggers) =>
            SetStateAsync(http, region, "suspended", register, trust, loggers));
        app.MapPost("/v1/trust/keys", StateKeysAsync);
    }

    private static async Task RequestAsync(
        HttpContext http, Register register, TrustSource trust, IOptions<HubOptions> options, TimeProvider clock, ILoggerFactory loggers)
    {
        if (await Bodies.ReadAsync(http, JwtMediaType, ParticipantRequest.MaxBytes) is not { } body) return;
        var log = loggers.CreateLogger(typeof(JoiningFeature));
        if (ParticipantRequest.Verify(Encoding.UTF8.GetString(body), clock.GetUtcNow(), out var fault) is not { } request)
        {
            Log.TrustRefused(log, fault!);
            await http.WriteProblemAsync(new(ProblemType.BadRequest, $"The request to join was refused: {fault}."));
            return;
        }

        if (!NativeCodePrefixes.AreSound(request.Participant.NativeCodePrefixes))
        {
            Log.TrustRefused(log, "a code prefix is none, or catches passes");
            await http.WriteProblemAsync(new(ProblemType.BadRequest, "The request to join was refused: a nativeCodePrefixes entry is empty, longer than 32, or begins as a pass does."));
            return;
        }

        var region = request.Participant.Region;
        if (region.StartsWith("99", StringComparison.Ordinal) && !options.Value.MadeUpRegions.Contains(region))
        {
            await http.WriteProblemAsync(new(ProblemType.Forbidden, "This hub takes no made-up regions."));
            return;
        }

        if (await register.JoinAsync(request, http.RequestAborted) is not { } state)
        {
            Log.TrustRefused(log, "the region, issuer or a code prefix belongs to another enrolment key");
            await http.WriteProblemAsync(new(ProblemType.Conflict, "The region, the issuer or a code prefix belongs to another enrolment key."));
            return;
        }

        await trust.RefreshAsync(http.RequestAborted);
        Log.ParticipantRequested(log, region, state);
        http.Response.StatusCode = state == "pending" ? StatusCodes.Status202Accepted : StatusCodes.Status200OK;
        await http.Response.WriteAsJsonAsync(new Dictionary<string, string> { ["region"] = region, ["state"] = state, ["enrolmentKey"] = request.EnrolmentKey.Thumbprint });
    }

    private static async Task SetStateAsync(HttpContext http, string region, string state, Register register, TrustSource trust, ILoggerFactory loggers)
    {
        if (await Scopes.RequireAsync(http, Scopes.Trust) is not { } partner) return;
        if (!await register.SetStateAsync(region, state, partner.ClientId, http.RequestAborted))
        {
            await http.WriteProblemAsync(new(ProblemType.NotFound, "No such participant has asked to join."));
            return;
        }

        await trust.RefreshAsync(http.RequestAborted);
        Log.ParticipantStateSet(loggers.CreateLogger(typeof(JoiningFeature)), region, state, partner.ClientId);
        await http.Response.WriteAsJsonAsync(new Dictionary<string, string> { ["region"] = region, ["state"] = state });
    }

    private static async Task StateKeysAsync(HttpContext http, Register register, TrustSource trust, TimeProvider clock, ILoggerFactory loggers)
    {
        if (await Bodies.ReadAsync(http, JwtMediaType, KeyStatement.MaxBytes) is not { } body) return;
        var token = Encoding.UTF8.GetString(body);
        var log = loggers.CreateLogger(typeof(JoiningFeature));
        if (KeyStatement.ClaimedRegion(token) is not { } region || !trust.Current.Enrolments.TryGetValue(region, out var enrolment))
        {
            await http.WriteProblemAsync(new(ProblemType.BadRequest, "The body is not a key statement of a region that has asked to join."));
            return;
        }

        var statement = KeyStatement.Verify(token, enrolment.Participant.Issuer, region, enrolment.Key, clock.GetUtcNow());
        if (statement is null)
        {
            Log.TrustRefused(log, "a key statement does not stand");
            await http.WriteProblemAsync(new(ProblemType.BadRequest, "The key statement does not stand: signature, time, region, day or a proof of possession."));
            return;
        }

        if (enrolment.State != "active")
        {
            await http.WriteProblemAsync(new(ProblemType.Forbidden, $"The participant is {enrolment.State}; an operator has to approve it first."));
            return;
        }

        if (!await register.UseOnceAsync("region:" + region, statement.Id, clock.GetUtcNow() + LongestStatement, http.RequestAborted)
            || !await register.AddKeysAsync(statement, http.RequestAborted))
        {
            await http.WriteProblemAsync(new(ProblemType.Conflict, "The statement counted before, or names a key of another region."));
            return;
        }

        await trust.RefreshAsync(http.RequestAborted);
        Log.KeysStated(log, region, statement.Keys.Count);
        await http.Response.WriteAsJsonAsync(new Dictionary<string, object> { ["region"] = region, ["keys"] = statement.Keys.Select(k => k.Jwk.Thumbprint) });
    }
}
