using System.Collections.Frozen;

namespace HealthBao.Telemetry;

/// <summary>The closed list of tags. Every value comes out of a vocabulary of ours or of HTTP; none is what somebody sent.</summary>
internal static class Tags
{
    public const string Region = "healthbao.region";
    public const string Destination = "healthbao.destination";
    public const string Verdict = "healthbao.verdict";
    public const string Reason = "healthbao.reason";
    public const string Status = "healthbao.status";
    public const string Call = "healthbao.call";
    public const string Outcome = "healthbao.outcome";
    public const string State = "healthbao.state";
    public const string Limit = "healthbao.limit";
    public const string Alarm = "healthbao.alarm";
    public const string Method = "http.request.method";
    public const string Route = "http.route";
    public const string StatusCode = "http.response.status_code";
    public const string ErrorType = "error.type";

    /// <summary>Stands for whatever is not in a vocabulary.</summary>
    public const string Other = "other";

    /// <summary>Stands for what is not known or not there.</summary>
    public const string None = "none";

    /// <summary>The tags of our own instruments and spans, and those of the platform's that are let through.</summary>
    public static FrozenSet<string> All { get; } = new[]
    {
        Region, Destination, Verdict, Reason, Status, Call, Outcome, State, Limit, Alarm, Method, Route, StatusCode, ErrorType,
        "dotnet.gc.heap.generation", "cpu.mode",
    }.ToFrozenSet(StringComparer.Ordinal);
}
