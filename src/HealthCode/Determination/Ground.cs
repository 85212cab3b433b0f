namespace HealthBao.HealthCode.Determination;

/// <summary>What a determination rests on.</summary>
/// <param name="Feed">The feed's code.</param>
/// <param name="File">The file, or <c>call</c>; null when the ground is that something is missing.</param>
/// <param name="Row">The line in the file, or the number of the call.</param>
/// <param name="Since">Since when.</param>
/// <param name="Authority">The office that decided, or null where nobody decided anything.</param>
internal sealed record Ground(string Feed, string? File, long? Row, DateTimeOffset? Since, string? Authority);
