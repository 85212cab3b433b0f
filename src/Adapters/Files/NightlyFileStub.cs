using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Files;

/// <summary>stub until merged: the instance methods of the true class win over these; this file is then deleted.</summary>
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
