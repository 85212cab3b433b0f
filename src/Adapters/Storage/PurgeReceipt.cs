using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Storage;

/// <summary>That a day's data are gone.</summary>
/// <param name="Passes">How many passes there were; <see cref="Unknown"/> where the store could no longer be read.</param>
internal sealed record PurgeReceipt(ShanghaiDay Day, DateTimeOffset At, long Passes)
{
    public const long Unknown = -1;
}
