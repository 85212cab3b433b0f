using System.Text;
using HealthBao.Contracts.Status;
using HealthBao.Sandbox.People;
using HealthBao.Sandbox.StandIns.Hebei;
using Org.BouncyCastle.Crypto.Digests;

namespace HealthBao.Sandbox.StandIns.Xingtai;

/// <summary>Xingtai's side of the nightly delivery: <c>XT_JKM_yyyyMMdd.csv</c> in GB18030 with CRLF, and its <c>.ok</c>.</summary>
public static class XingtaiFileWriter
{
    private const string Header = "XM,ZJLX,ZJHM,MS,FMYY,XZQH,GXSJ,YXQZ";
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <summary>Rows are as of 00:00 and valid until 24:00 of the day.</summary>
    public static (byte[] Csv, byte[] Ok, string FileName) Write(ShanghaiDay day, IEnumerable<Citizen> people)
    {
        var rows = people.Select(p => Row(day, p)).ToList();
        var csv = Gb18030.GetBytes(string.Concat(rows.Prepend(Header).Select(line => line + "\r\n")));
        var ok = Encoding.ASCII.GetBytes($"rows={rows.Count}\r\nsm3={Sm3(csv)}\r\n");
        return (csv, ok, $"XT_JKM_{day.Compact}.csv");
    }

    private static string Row(ShanghaiDay day, Citizen citizen) => string.Join(
        ',',
        citizen.Name,
        HebeiAnswers.Zjlx(citizen.DocumentType),
        citizen.DocumentNumber,
        citizen.Native,
        citizen.Native == "1" ? "" : "社区登记",
        "130502",
        $"{day.Compact}000000",
        $"{day.Compact}240000");

    private static string Sm3(byte[] bytes)
    {
        var digest = new SM3Digest();
        digest.BlockUpdate(bytes, 0, bytes.Length);
        var hash = new byte[digest.GetDigestSize()];
        digest.DoFinal(hash, 0);
        return Convert.ToHexStringLower(hash);
    }
}
