using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Issuing;

/// <summary>The answer of <c>POST /v1/passes</c>. Where a status has no pass, only status, reason and guidance are there.</summary>
internal sealed record PassReply(
    string Status, string? Reason, string? Pass, string? Card, string? Qr, string? QrSvg, string? ValidUntil, Words Guidance);
