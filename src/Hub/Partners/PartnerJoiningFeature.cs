using System.Text;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Problems;
using HealthBao.Hub.Telemetry;
using HealthBao.Hub.Trust;

namespace HealthBao.Hub.Partners;

/// <summary>How a partner joins while the hub runs: it asks with a proof of possession, an operator approves; later it replaces its keys itself.</summary>
internal static class PartnerJoiningFeature
{
    private const string Root = "/v1/trust/partners";

    public static void MapPartners(this IEndpointRouteBuilder app)
    {
        app.MapPost(Root, RequestAsync);
        app.MapGet(Root, ListAsync);
        app.MapPost(Root + "/{clientId}/approval", ApproveAsync);
        app.MapPost(Root + "/{clientId}/limits", LimitAsync);
        app.MapPost(Root + "/{clientId}/suspension", (HttpContext http, string clientId, PartnerDecisions decisions, TrustSource trust, ILoggerFactory loggers) =>
            DecideAsync(http, clientId, (c, by) => decisions.SuspendAsync(c, by, http.RequestAborted), trust, loggers));
        app.MapPost(Root + "/{clientId}/rejection", (HttpContext http, string clientId, PartnerDecisions decisions, TrustSource trust, ILoggerFactory loggers) =>
            DecideAsync(http, clientId, (c, by) => decisions.RejectAsync(c, by, http.RequestAborted), trust, loggers));
    }

    private static async Task RequestAsync(HttpContext http, PartnerRequests requests, PartnerRequestLimits limits, TrustSource trust, HubMeters meters, ILoggerFactory loggers)
    {
        if (!limits.Admit(http.Connection.RemoteIpAddress))
        {
            meters.LimitSpent("join");
            http.Response.Headers.RetryAfter = "60";
            await http.WriteProblemAsync(new(ProblemType.TooManyRequests));
            return;
        }

        if (await Bodies.ReadAsync(http, EnrolmentCalls.MediaType, PartnerRequest.MaxBytes) is not { } body) return;
        var token = Encoding.UTF8.GetString(body);
        var answer = await requests.TakeAsync(token, http.Connection.RemoteIpAddress?.ToString() ?? "", http.RequestAborted);
        var log = loggers.CreateLogger(typeof(PartnerJoiningFeature));
        if (answer.Problem is { } problem)
        {
            Log.PartnerRefused(log, problem.Detail!);
            await http.WriteProblemAsync(problem);
            return;
        }

        await trust.RefreshAsync(http.RequestAborted);
        var clientId = PartnerRequest.ClaimedClient(token)!;
        Log.PartnerRequested(log, clientId, answer.State!);
        http.Response.StatusCode = answer.State == PartnerRows.Pending ? StatusCodes.Status202Accepted : StatusCodes.Status200OK;
        await http.Response.WriteAsJsonAsync(new Dictionary<string, string> { ["clientId"] = clientId, ["state"] = answer.State! });
    }

    private static async Task ListAsync(HttpContext http, PartnerDecisions decisions)
    {
        if (await Scopes.RequireAsync(http, Scopes.Trust) is null) return;
        var state = http.Request.Query["state"];
        if (state.Count > 1 || (state.Count == 1 && state[0] is not (PartnerRows.Pending or PartnerRows.Active or PartnerRows.Suspended)))
        {
            await http.WriteProblemAsync(new(ProblemType.BadRequest, "state is pending, active or suspended, once."));
            return;
        }

        var rows = await decisions.ListAsync(state.Count == 1 ? state[0] : null, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsJsonAsync(PartnerList.Of(rows, await decisions.QueriesTakenAsync(http.RequestAborted)));
    }

    private static async Task ApproveAsync(HttpContext http, string clientId, PartnerDecisions decisions, TrustSource trust, ILoggerFactory loggers)
    {
        if (await Scopes.RequireAsync(http, Scopes.Trust) is not { } partner) return;
        if (await Bodies.ReadAsync(http, "application/json") is not { } body) return;
        if (PartnerApproval.Read(body, out var read) is not { } approval)
        {
            await http.WriteFaultsAsync(read);
            return;
        }

        await AnswerAsync(http, clientId, partner, await decisions.ApproveAsync(clientId, approval, partner.ClientId, http.RequestAborted), trust, loggers);
    }

    private static async Task LimitAsync(HttpContext http, string clientId, PartnerDecisions decisions, TrustSource trust, ILoggerFactory loggers)
    {
        if (await Scopes.RequireAsync(http, Scopes.Trust) is not { } partner) return;
        if (await Bodies.ReadAsync(http, "application/json") is not { } body) return;
        if (PartnerLimitsReading.Read(body, out var read) is not { } limits)
        {
            await http.WriteFaultsAsync(read);
            return;
        }

        await AnswerAsync(http, clientId, partner, await decisions.LimitAsync(clientId, limits, partner.ClientId, http.RequestAborted), trust, loggers);
    }

    private static async Task DecideAsync(HttpContext http, string clientId, Func<string, string, Task<PartnerAnswer>> decide, TrustSource trust, ILoggerFactory loggers)
    {
        if (await Scopes.RequireAsync(http, Scopes.Trust) is not { } partner) return;
        await AnswerAsync(http, clientId, partner, await decide(clientId, partner.ClientId), trust, loggers);
    }

    private static async Task AnswerAsync(HttpContext http, string clientId, Partner by, PartnerAnswer answer, TrustSource trust, ILoggerFactory loggers)
    {
        if (answer.Problem is { } problem)
        {
            await http.WriteProblemAsync(problem);
            return;
        }

        await trust.RefreshAsync(http.RequestAborted);
        Log.PartnerStateSet(loggers.CreateLogger(typeof(PartnerJoiningFeature)), clientId, answer.State!, by.ClientId);
        await http.Response.WriteAsJsonAsync(new Dictionary<string, string> { ["clientId"] = clientId, ["state"] = answer.State! });
    }
}
