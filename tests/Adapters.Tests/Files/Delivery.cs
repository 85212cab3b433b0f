using System.Text;
using HealthBao.Adapters.Files;
using Org.BouncyCastle.Crypto.Digests;

namespace HealthBao.Adapters.Tests.Files;

/// <summary>A nightly file of Xingtai as its system would write it, and what can go wrong with it.</summary>
internal sealed record Delivery
{
    public const string Header = "XM,ZJLX,ZJHM,MS,FMYY,XZQH,GXSJ,YXQZ";

    public string FileName { get; init; } = "XT_JKM_20200301.csv";

    public required byte[] Csv { get; init; }

    public required byte[] Ok { get; init; }

    public static Delivery Of(params string[] rows) => OfText(string.Concat(rows.Prepend(Header).Select(r => r + "\r\n")), rows.Length);

    public static Delivery OfText(string csv, long rows) => OfBytes(ChineseEncodings.Gb18030.GetBytes(csv), rows);

    public static Delivery OfBytes(byte[] csv, long rows) => new() { Csv = csv, Ok = Encoding.ASCII.GetBytes($"rows={rows}\r\nsm3={Sm3(csv)}\r\n") };

    public static string Row(
        string name, string number, string status = "1", string updated = "20200301060000", string until = "20200301240000", string kind = "10") =>
        $"{name},{kind},{number},{status},,130502,{updated},{until}";

    public Task<FileReceipt> ToAsync(NightlyFile file) =>
        file.ReceiveAsync(FileName, new MemoryStream(Csv), new MemoryStream(Ok), CancellationToken.None);

    public static string Sm3(byte[] bytes)
    {
        var digest = new SM3Digest();
        digest.BlockUpdate(bytes, 0, bytes.Length);
        var hash = new byte[digest.GetDigestSize()];
        digest.DoFinal(hash, 0);
        return Convert.ToHexStringLower(hash);
    }
}
