using HealthBao.Contracts.Identity;

namespace HealthBao.HealthCode.Proofing.Consents;

/// <summary>That somebody agreed to have the face compared.</summary>
/// <param name="Notice">The version of the notice that was shown.</param>
/// <param name="At">When.</param>
/// <param name="Guardian">Masked; who agreed for a person under 14 (个人信息保护法 第三十一条).</param>
internal sealed record Consent(string Notice, DateTimeOffset At, MaskedName? Guardian);
