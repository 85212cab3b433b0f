using System.Globalization;

namespace HealthBao.Hub.Limits;

/// <summary>The fields <c>RateLimit-Policy</c> and <c>RateLimit</c>: lists of structured items (RFC 9651), as draft-ietf-httpapi-ratelimit-headers-10 says.</summary>
internal static class RateLimitFields
{
    private const string Policy = "RateLimit-Policy";
    private const string Limit = "RateLimit";

    /// <summary>Adds a limit to what the answer tells.</summary>
    /// <param name="name">The policy's name, of letters and hyphens.</param>
    /// <param name="quota">How many calls a window has.</param>
    /// <param name="window">The window in seconds.</param>
    /// <param name="left">How many calls are left.</param>
    /// <param name="seconds">How many seconds until there are <paramref name="quota"/> again.</param>
    public static void Add(HttpResponse response, string name, long quota, long window, long left, long seconds)
    {
        Append(response, Policy, string.Create(CultureInfo.InvariantCulture, $"\"{name}\";q={quota};w={window}"));
        Append(response, Limit, string.Create(CultureInfo.InvariantCulture, $"\"{name}\";r={left};t={seconds}"));
    }

    /// <summary>Seconds as the fields and <c>Retry-After</c> count them: rounded up.</summary>
    public static long Seconds(TimeSpan wait) => Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));

    private static void Append(HttpResponse response, string field, string item) =>
        response.Headers[field] = response.Headers[field] is [{ } present] ? $"{present}, {item}" : item;
}
