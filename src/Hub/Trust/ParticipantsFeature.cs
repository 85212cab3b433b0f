using System.Text;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Partners;
using HealthBao.Hub.Problems;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Trust;

/// <summary>How a region joins while the hub runs: it asks with a proof of possession, and an operator approves, rejects, suspends.</summary>
internal static class ParticipantsFeature
{
    public static void MapParticipants(this IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/trust/participants", AskAsync);
        app.MapGet("/v1/trust/participants", ListAsync);
        app.MapPost("/v1/trust/participants/{region}/approval", (HttpContext http, string region, ParticipantRegister register, TrustSource trust, ILoggerFactory loggers) =>
            SetStateAsync(http, region, ParticipantRow.Active, register, trust, loggers));
        app.MapPost("/v1/trust/participants/{region}/suspension", (HttpContext http, string region, ParticipantRegister register, TrustSource trust, ILoggerFactory loggers) =>
            SetStateAsync(http, region, ParticipantRow.Suspended, register, trust, loggers));
        app.MapPost("/v1/trust/participants/{region}/rejection", RejectAsync);
    }

    private static async Task AskAsync(
        HttpContext http, ParticipantRegister register, TrustSource trust, IOptions<HubOptions> options, TimeProvider clock, ILoggerFactory loggers)
    {
        if (await Bodies.ReadAsync(http, EnrolmentCalls.MediaType, ParticipantRequest.MaxBytes) is not { } body) return;
        var log = loggers.CreateLogger(typeof(ParticipantsFeature));
        var request = ParticipantRequest.Verify(Encoding.UTF8.GetString(body), clock.GetUtcNow(), out var fault);
        if (request is not null && !NativeCodePrefixes.AreSound(request.Participant.NativeCodePrefixes))
            fault = "a nativeCodePrefixes entry is empty, longer than 32, or begins as a pass does";
        if (request is null || fault is not null)
        {
            Log.TrustRefused(log, fault!);
            await http.WriteProblemAsync(new(ProblemType.BadRequest, $"The request to join was refused: {fault}."));
            return;
        }

        if (!IsTaken(request.Participant, options.Value))
        {
            await http.WriteProblemAsync(new(ProblemType.Forbidden, "This hub takes no made-up regions."));
            return;
        }

        var (outcome, state) = await register.JoinAsync(request, http.RequestAborted);
        if (ProblemOf(outcome) is { } problem)
        {
            Log.TrustRefused(log, "a request to join: " + outcome);
            await http.WriteProblemAsync(problem);
            return;
        }

        await trust.RefreshAsync(http.RequestAborted);
        Log.ParticipantRequested(log, request.Participant.Region, outcome == JoinOutcome.Registered ? state : "another enrolment key waits for the operator");
        http.Response.StatusCode = outcome == JoinOutcome.ReplacementPending || state == ParticipantRow.Pending ? StatusCodes.Status202Accepted : StatusCodes.Status200OK;
        var answer = new Dictionary<string, string> { ["region"] = request.Participant.Region, ["state"] = state, ["enrolmentKey"] = request.EnrolmentKey.Thumbprint };
        if (outcome == JoinOutcome.ReplacementPending) answer["replacement"] = ParticipantRow.Pending;
        if (http.Response.StatusCode == StatusCodes.Status202Accepted) answer["next"] = "Read the enrolmentKey thumbprint out to the hub's operator, who approves it; then ask again.";
        await http.Response.WriteAsJsonAsync(answer);
    }

    private static async Task ListAsync(HttpContext http, ParticipantRegister register)
    {
        if (await Scopes.RequireAsync(http, Scopes.Trust) is null) return;
        var (participants, keys) = await register.ListAsync(http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsJsonAsync(new { participants = participants.Select(p => ParticipantView.Of(p, keys[p.Region])) });
    }

    private static async Task SetStateAsync(HttpContext http, string region, string state, ParticipantRegister register, TrustSource trust, ILoggerFactory loggers)
    {
        if (await Scopes.RequireAsync(http, Scopes.Trust) is not { } partner) return;
        if (!await register.SetStateAsync(region, state, partner.ClientId, http.RequestAborted))
        {
            await http.WriteProblemAsync(new(ProblemType.NotFound, "No such participant has asked to join."));
            return;
        }

        await DoneAsync(http, region, state, partner, trust, loggers);
    }

    private static async Task RejectAsync(HttpContext http, string region, ParticipantRegister register, TrustSource trust, ILoggerFactory loggers)
    {
        if (await Scopes.RequireAsync(http, Scopes.Trust) is not { } partner) return;
        switch (await register.RejectAsync(region, partner.ClientId, http.RequestAborted))
        {
            case null:
                await http.WriteProblemAsync(new(ProblemType.NotFound, "No such participant has asked to join."));
                break;
            case ParticipantRow.Pending:
                await DoneAsync(http, region, "rejected", partner, trust, loggers);
                break;
            default:
                await http.WriteProblemAsync(new(ProblemType.Conflict, "The participant was approved; suspend it instead."));
                break;
        }
    }

    private static async Task DoneAsync(HttpContext http, string region, string state, Partner partner, TrustSource trust, ILoggerFactory loggers)
    {
        await trust.RefreshAsync(http.RequestAborted);
        Log.ParticipantStateSet(loggers.CreateLogger(typeof(ParticipantsFeature)), region, state, partner.ClientId);
        await http.Response.WriteAsJsonAsync(new Dictionary<string, string> { ["region"] = region, ["state"] = state });
    }

    private static bool IsTaken(Participant participant, HubOptions options) =>
        !participant.Region.StartsWith("99", StringComparison.Ordinal) || options.MadeUpRegions.Contains(participant.Region);

    private static Problem? ProblemOf(JoinOutcome outcome) => outcome switch
    {
        JoinOutcome.AnotherKeyWaits => new(ProblemType.Conflict, "Another enrolment key has asked for this region. If it is not yours, have the hub's operator reject it; then ask again."),
        JoinOutcome.Taken => new(ProblemType.Conflict, "The issuer or a code prefix belongs to another region."),
        JoinOutcome.IssuerChanged => new(ProblemType.Conflict, "An approved region keeps its issuer identity: passes and lists are known by it."),
        _ => null,
    };
}
