namespace HealthBao.Contracts.Problems;

/// <summary>The closed list of problems: <c>type</c> is <c>urn:healthbao:problem:{name}</c> (RFC 9457).</summary>
/// <param name="Name">The name in the address.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">What it means, always the same.</param>
public sealed record ProblemType(string Name, int Status, string Title)
{
    /// <summary>A member of the request is missing or not as described; <c>errors</c> names each.</summary>
    public static readonly ProblemType BadRequest = new("bad-request", 400, "The request is not as described.");

    /// <summary>No or no valid credentials.</summary>
    public static readonly ProblemType Unauthorized = new("unauthorized", 401, "The call needs a valid access token.");

    /// <summary>The credentials do not allow this.</summary>
    public static readonly ProblemType Forbidden = new("forbidden", 403, "The credentials do not allow this call.");

    /// <summary>There is nothing at this address.</summary>
    public static readonly ProblemType NotFound = new("not-found", 404, "There is nothing at this address.");

    /// <summary>The method is not served at this address.</summary>
    public static readonly ProblemType MethodNotAllowed = new("method-not-allowed", 405, "The method is not served at this address.");

    /// <summary>The state of things does not allow this.</summary>
    public static readonly ProblemType Conflict = new("conflict", 409, "The state of things does not allow this.");

    /// <summary>The body is too large.</summary>
    public static readonly ProblemType TooLarge = new("too-large", 413, "The request body is too large.");

    /// <summary>The body's media type is not the one described.</summary>
    public static readonly ProblemType UnsupportedMediaType = new("unsupported-media-type", 415, "The request body has another media type than described.");

    /// <summary>The region's own system does not know this code content.</summary>
    public static readonly ProblemType NativeCodeUnknown = new("native-code-unknown", 404, "The region's own system does not know this code.");

    /// <summary>Too many calls.</summary>
    public static readonly ProblemType TooManyRequests = new("too-many-requests", 429, "Too many calls; wait as Retry-After says.");

    /// <summary>The partner's budget of the day is spent.</summary>
    public static readonly ProblemType BudgetSpent = new("budget-spent", 429, "The budget of the day is spent; wait as Retry-After says.");

    /// <summary>The same <c>Idempotency-Key</c> named another request.</summary>
    public static readonly ProblemType IdempotencyKeyReused = new("idempotency-key-reused", 422, "The Idempotency-Key named another request.");

    /// <summary>A fault of ours.</summary>
    public static readonly ProblemType Internal = new("internal", 500, "Something failed here; it is not the caller's fault.");

    /// <summary>The region's own system, or the region, gave no usable answer.</summary>
    public static readonly ProblemType SourceFailed = new("source-failed", 502, "The region's own system gave no usable answer.");

    /// <summary>Something that must be there first is not there yet, or too much is under way.</summary>
    public static readonly ProblemType Unavailable = new("unavailable", 503, "Not available at the moment; wait as Retry-After says.");

    /// <summary>The region's own system did not answer in time.</summary>
    public static readonly ProblemType SourceTimeout = new("source-timeout", 504, "The region's own system did not answer in time.");

    /// <summary>The <c>type</c> member.</summary>
    public string Uri => "urn:healthbao:problem:" + Name;
}
