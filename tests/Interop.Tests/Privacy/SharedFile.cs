namespace HealthBao.Interop.Tests.Privacy;

/// <summary>Reads a file that somebody else has open.</summary>
internal static class SharedFile
{
    public static byte[] Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
