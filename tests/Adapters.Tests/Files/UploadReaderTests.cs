using System.Security.Cryptography;
using System.Text;
using HealthBao.Adapters.Files;
using HealthBao.Adapters.Settings;

namespace HealthBao.Adapters.Tests.Files;

public sealed class UploadReaderTests
{
    private readonly string directory = Directory.CreateTempSubdirectory("upload-").FullName;

    [Fact]
    public async Task A_large_file_comes_through_byte_for_byte_with_the_digest_of_the_whole_body_and_leaves_nothing_behind()
    {
        var csv = RandomNumberGenerator.GetBytes(3 * 1024 * 1024);
        var body = Body(("file", "XT_JKM_20260301.csv", csv), ("ok", null, "rows=1"u8.ToArray()));
        await using (var upload = await ReadAsync(body))
        {
            Assert.Equal("XT_JKM_20260301.csv", upload!.FileName);
            Assert.Equal(SHA256.HashData(body), upload.Sha256);
            Assert.Equal(SHA256.HashData(csv), await SHA256.HashDataAsync(upload.Csv));
            Assert.Equal("rows=1", await new StreamReader(upload.Ok).ReadToEndAsync());
        }

        Assert.Empty(Directory.EnumerateFiles(directory));
    }

    [Fact]
    public async Task Anything_but_a_file_and_its_ok_is_refused_and_leaves_nothing_behind()
    {
        byte[] csv = [1, 2, 3];
        byte[][] bodies =
        [
            [],
            "no multipart"u8.ToArray(),
            Body(("file", "x.csv", csv)),
            Body(("ok", null, csv), ("file", "x.csv", csv)),
            Body(("file", null, csv), ("ok", null, csv)),
            Body(("file", "x.csv", csv), ("ok", null, csv), ("more", null, csv)),
            Body(("file", "x.csv", csv), ("ok", null, new byte[5000])),
            Body(("file", "x.csv", csv), ("ok", null, csv))[..^20],
        ];
        foreach (var body in bodies) Assert.Null(await ReadAsync(body));
        Assert.Empty(Directory.EnumerateFiles(directory));
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=\"b\"", "b")]
    [InlineData("multipart/form-data", null)]
    [InlineData("application/json; boundary=b", null)]
    [InlineData(null, null)]
    public void Only_form_data_with_a_boundary_is_read(string? contentType, string? expected) => Assert.Equal(expected, UploadReader.BoundaryOf(contentType));

    internal static byte[] Body(params (string Name, string? FileName, byte[] Bytes)[] parts)
    {
        using var body = new MemoryStream();
        foreach (var (name, fileName, bytes) in parts)
        {
            var file = fileName is null ? "" : $"; filename=\"{fileName}\"";
            body.Write(Encoding.ASCII.GetBytes($"--b\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n"));
            body.Write(bytes);
            body.Write("\r\n"u8);
        }

        body.Write("--b--\r\n"u8);
        return body.ToArray();
    }

    private Task<Upload?> ReadAsync(byte[] body) => new UploadReader(new DataFolder(directory)).ReadAsync(new MemoryStream(body), "b", CancellationToken.None);
}
