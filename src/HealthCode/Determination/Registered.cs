using HealthBao.HealthCode.Feeds.Registration;

namespace HealthBao.HealthCode.Determination;

/// <summary>That a person is registered.</summary>
/// <param name="Name">What the registered name is compared by.</param>
/// <param name="Division">12 digits.</param>
/// <param name="IsContradictory">Two rows register the person under different names.</param>
/// <param name="File">The file, or <c>call</c>.</param>
/// <param name="Row">The line in the file, or the number of the call.</param>
internal sealed record Registered(ulong Name, long Division, RegistrationCategory Category, DateTimeOffset At, bool IsContradictory, string File, long Row);
