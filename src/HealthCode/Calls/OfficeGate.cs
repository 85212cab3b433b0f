using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Regions;
using HealthBao.HealthCode.Problems;
using HealthBao.HealthCode.Settings;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Calls;

/// <summary>Lets an office in: signature, clock, nonce.</summary>
internal sealed class OfficeGate(IOptions<List<OfficeOptions>> offices, TimeProvider clock, ILogger<OfficeGate> logger)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(60);
    private readonly SeenOnce seen = new(clock);

    public static IResult Refusal { get; } = Refusals.Of(ProblemType.Unauthorized, "The call must be signed by a known office (X-HealthBao-Office, X-HealthBao-Signature).");

    /// <summary>The office whose call it is, or null when it is refused.</summary>
    public CallingOffice? Enter(HttpContext http)
    {
        var fault = Fault(http, out var office);
        if (fault is null) return office;
        logger.OfficeRefused(fault);
        return null;
    }

    private string? Fault(HttpContext http, out CallingOffice? office)
    {
        office = null;
        if (Header(http, OfficeCall.OfficeHeader) is not { } name || Header(http, OfficeCall.TimestampHeader) is not { } timestamp
            || Header(http, OfficeCall.NonceHeader) is not { Length: >= 16 and <= 64 } nonce || Header(http, OfficeCall.BodyHeader) is not { Length: 64 } body
            || Header(http, OfficeCall.SignatureHeader) is not { } signature) return "a header is missing";
        if (offices.Value.FirstOrDefault(o => o.Code == name) is not { } known || !AuthorityCode.TryParse(known.Code, out var code)) return "unknown office";
        var expected = OfficeCall.Signature(known.Secret, timestamp, nonce, http.Request.Method, http.Request.Path + http.Request.QueryString.Value, body);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(signature))) return "wrong signature";
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || !IsNow(seconds)) return "wrong time";
        if (!seen.First(name + "|" + nonce, clock.GetUtcNow() + (2 * Tolerance))) return "nonce used before";
        office = new(code, body);
        return null;
    }

    private bool IsNow(long seconds) => Math.Abs((decimal)clock.GetUtcNow().ToUnixTimeSeconds() - seconds) <= (decimal)Tolerance.TotalSeconds;

    private static string? Header(HttpContext http, string name) => http.Request.Headers[name] is { Count: 1 } values ? values[0] : null;
}
