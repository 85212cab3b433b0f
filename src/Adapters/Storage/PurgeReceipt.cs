using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Storage;

/// <summary>That a day's data are gone.</summary>
internal sealed record PurgeReceipt(ShanghaiDay Day, DateTimeOffset At, long Passes);
