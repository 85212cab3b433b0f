using HealthBao.Adapters.Enquiry;

namespace HealthBao.Adapters.Tests.Regions;

/// <summary>Delivers a sample's nightly files as the region's own systems do, before the question is asked.</summary>
internal static class SampleFiles
{
    public static async Task DeliverAsync(IRegionAdapter adapter, Sample sample)
    {
        foreach (var (source, file, ok) in sample.Files)
        {
            await using var csv = File.OpenRead(file);
            await using Stream receipt = ok is null ? new MemoryStream() : File.OpenRead(ok);
            var nightly = adapter.NightlyFiles.Single(f => f.Source == source);
            await nightly.ReceiveAsync(Path.GetFileName(file), csv, receipt, CancellationToken.None);
        }
    }
}
