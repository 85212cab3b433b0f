using System.Buffers;
using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;
using HealthBao.Contracts.Verdicts;
using HealthBao.Hub.Recognition;
using HealthBao.Hub.Routing;
using HealthBao.Hub.Trust;

namespace HealthBao.Hub.Verification;

/// <summary>
/// Any region's scanner reads any region's code: a native code content is exchanged for a pass at its home adapter and verified like
/// any other. The pass is used for that one verification and never handed out.
/// </summary>
public sealed class NativeCodes(TrustSource trust, RegionCalls regions, VerifyPass verify)
{
    private const int MaxCodeLength = 512;

    /// <summary>The region whose code this is by its published prefix, or null when it is none.</summary>
    public TrustedIssuer? HomeOf(ReadOnlySpan<byte> pass) =>
        pass.Length <= MaxCodeLength ? trust.Current.Snapshot.FindByNativeCode(Encoding.UTF8.GetString(pass)) : null;

    public async Task<VerificationResult> VerifyAsync(VerificationRequest request, TrustedIssuer home, CancellationToken cancellation)
    {
        if (home.IsSuspended) return VerificationResult.CannotTell(request.Destination, VerdictReasons.Of("issuer-suspended"), home);
        var answer = await regions.PostAsync(home, "/v1/passes", Body(request.Pass), cancellation);
        if (answer is null or { Status: not (200 or 404) }) return VerificationResult.CannotTell(request.Destination, VerdictReasons.RegionUnavailable, home);
        if (answer.Status == 404) return VerificationResult.CannotTell(request.Destination, VerdictReasons.NativeCodeUnknown, home);
        return Read(answer.Body, request, home);
    }

    private VerificationResult Read(byte[] body, VerificationRequest request, TrustedIssuer home)
    {
        if (StrictJson.Judge(body) != JsonSoundness.Sound) return VerificationResult.CannotTell(request.Destination, VerdictReasons.RegionUnavailable, home);
        var answer = JsonElement.Parse(body);
        if (Text(answer, "pass") is { } pass)
        {
            var verified = verify.Verify(request with { Pass = Encoding.UTF8.GetBytes(pass) });
            // A region answers with passes of its own: anything else is no answer, and not the fault of the traveller, who showed a code.
            return verified.IsStatedBy(home) ? verified : VerificationResult.CannotTell(request.Destination, VerdictReasons.RegionUnavailable, home);
        }

        return Text(answer, "status") switch
        {
            "not-held" => WithoutPass(request, home, HealthStatus.NotHeld, VerdictReasons.Of(HealthStatus.NotHeld)),
            "cannot-confirm" when Text(answer, "reason") == VerdictReasons.SourceLate.Code => WithoutPass(request, home, HealthStatus.CannotConfirm, VerdictReasons.SourceLate),
            _ => VerificationResult.CannotTell(request.Destination, VerdictReasons.RegionUnavailable, home),
        };
    }

    private VerificationResult WithoutPass(VerificationRequest request, TrustedIssuer home, HealthStatus status, VerdictReason reason) => new()
    {
        Decision = Recognise.DecideWithoutPass(status, reason, home.Listed.Region, verify.PolicyOf(request.Destination), request.Scene),
        Destination = request.Destination,
        Issuer = home,
        StatusWithoutPass = status,
    };

    private static byte[] Body(byte[] nativeCode)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("nativeCode", nativeCode);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
