using System.Data.Common;

namespace HealthBao.HealthCode.Storage;

/// <summary>A write that waits for its transaction.</summary>
internal abstract class PendingWrite
{
    public abstract void Apply(DbConnection connection);

    public abstract void Succeed();

    public abstract void Fail(Exception fault);
}

/// <summary>A write with its result.</summary>
internal sealed class PendingWrite<T>(Func<DbConnection, T> write, Action<T>? committed) : PendingWrite
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? value;

    public Task<T> Result => completion.Task;

    public override void Apply(DbConnection connection) => value = write(connection);

    public override void Succeed()
    {
        committed?.Invoke(value!);
        completion.SetResult(value!);
    }

    public override void Fail(Exception fault) => completion.SetException(fault);
}
