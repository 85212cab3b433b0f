namespace HealthBao.Adapters.Tests.Files;

/// <summary>Gives half of its bytes and then breaks, like a connection.</summary>
internal sealed class BrokenStream(byte[] bytes) : MemoryStream(bytes, 0, bytes.Length / 2)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await base.ReadAsync(buffer, cancellationToken);
        return read > 0 ? read : throw new IOException("The connection broke.");
    }
}
