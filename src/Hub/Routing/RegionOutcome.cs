using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace HealthBao.Hub.Routing;

/// <summary>How a call to a region ended, as metrics and spans name it.</summary>
internal static class RegionOutcome
{
    public const string Answered = "answered";
    public const string ServerError = "server-error";

    public static string Of(HttpResponseMessage response) => (int)response.StatusCode >= 500 ? ServerError : Answered;

    public static string Of(Exception exception) => exception switch
    {
        _ when ForwardingProblems.SendersFault(exception) is not null => "sender-failed",
        BrokenCircuitException => "breaker-open",
        RateLimiterRejectedException => "bulkhead-full",
        TimeoutRejectedException => "timed-out",
        OperationCanceledException => "cancelled",
        _ => "unreachable",
    };
}
