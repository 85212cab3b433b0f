using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Expiry;

/// <summary>That a day's data and the secret they lay under are gone.</summary>
/// <param name="People">Of how many people something was told; <see cref="Unknown"/> where the store could no longer be read.</param>
internal sealed record PurgeReceipt(ShanghaiDay Day, DateTimeOffset At, long People)
{
    public const long Unknown = -1;
}
