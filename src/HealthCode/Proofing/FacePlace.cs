namespace HealthBao.HealthCode.Proofing;

/// <summary>A place in the queue, held from before the pictures are received until they are judged: pictures that nobody will look at are not taken in.</summary>
internal sealed class FacePlace(FaceQueue queue, int number) : IDisposable
{
    private bool left;

    /// <summary>How many were inside when it was taken, itself counted.</summary>
    public int Number => number;

    public Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation) => queue.RunAsync(work, cancellation);

    public void Dispose()
    {
        if (left) return;
        left = true;
        queue.Leave();
    }
}
