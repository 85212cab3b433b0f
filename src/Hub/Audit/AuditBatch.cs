namespace HealthBao.Hub.Audit;

/// <summary>What waits to be appended in one go, and those who wait for it.</summary>
internal sealed class AuditBatch
{
    // Continuations run on the pool: the writer's thread only writes.
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<AuditEntry> Entries { get; } = [];

    public Task Done => done.Task;

    public void Succeed() => done.SetResult();

    public void Fail(AuditUnavailableException fault) => done.SetException(fault);
}
