using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Storage;

/// <summary>A pass as it was recorded and handed out, byte for byte.</summary>
internal sealed record IssuedPass(ShanghaiDay Day, int Index, SignedPass Pass, HealthStatus Status, string System, string Native, DateTimeOffset AsOf);
