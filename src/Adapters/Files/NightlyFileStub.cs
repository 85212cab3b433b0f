using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Files;

/// <summary>Stands where the true receipt will, until the branches meet; then this file is deleted.</summary>
public sealed record FileReceipt(bool Accepted, long Rows);

/// <summary>The methods of the true <see cref="NightlyFile"/>, which win over these.</summary>
internal static class NightlyFileStub
{
    public static async Task<FileReceipt> ReceiveAsync(this NightlyFile file, string fileName, Stream csv, Stream ok, CancellationToken cancellation)
    {
        await csv.CopyToAsync(Stream.Null, cancellation);
        await ok.CopyToAsync(Stream.Null, cancellation);
        return new(file.Source.Length > 0 && fileName.Length > 0, 0);
    }

    public static void Purge(this NightlyFile file, ShanghaiDay before) => _ = (file.Source, before);
}
