namespace HealthBao.Adapters.Files;

/// <summary>A delivered file on disk, unlinked when disposed; its <c>.ok</c>, and the digest of the whole body.</summary>
internal sealed record Upload(string FileName, Stream Csv, Stream Ok, byte[] Sha256) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Csv.DisposeAsync();
        await Ok.DisposeAsync();
    }
}
