using System.Globalization;
using System.Text;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Feeds;
using HealthBao.HealthCode.Feeds.Importing;
using Org.BouncyCastle.Crypto.Digests;

namespace HealthBao.Benchmarks.HealthCodes;

/// <summary>Writes a feed's file of made-up people, in the charset and with the <c>.ok</c> that the feed wants.</summary>
internal static class PeopleFile
{
    private const string Weights = "\x07\x09\x0A\x05\x08\x04\x02\x01\x06\x03\x07\x09\x0A\x05\x08\x04\x02";
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高";

    public static string Write(string folder, Feed feed, ShanghaiDay day, int people, Func<int, string> cells)
    {
        var path = Path.Combine(folder, FeedFileName.Of(feed, "110000", day));
        var digest = new SM3Digest();
        using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20))
        {
            Put(string.Join(',', feed.Columns.Select(c => c.Heading)) + "\r\n");
            var text = new StringBuilder();
            for (var n = 0; n < people; n++)
            {
                text.Append(NameOf(n)).Append(",1,").Append(NumberOf(n)).Append(',').Append(cells(n)).Append("\r\n");
                if (text.Length < 1 << 18 && n < people - 1) continue;
                Put(text.ToString());
                text.Clear();
            }

            void Put(string part)
            {
                var bytes = Encoding.UTF8.GetBytes(part);
                digest.BlockUpdate(bytes);
                file.Write(bytes);
            }
        }

        var hash = new byte[digest.GetDigestSize()];
        digest.DoFinal(hash, 0);
        File.WriteAllText(path + ".ok", $"rows={people}\r\nsm3={Convert.ToHexStringLower(hash)}\r\n");
        return path;
    }

    public static string NameOf(int n) => $"{Surnames[n % Surnames.Length]}{(char)('一' + (n / 7 % 5000))}{(n % 3 == 0 ? "" : (char)('丁' + (n / 11 % 5000)))}";

    /// <summary>The n-th person's number; no other n below 360 million has the same.</summary>
    public static string NumberOf(int n)
    {
        // Scattered, so that a file is not sorted by anything.
        var place = (long)n * 179_424_673 % 360_000_000;
        var (rest, sequence) = Math.DivRem(place, 1000);
        var (district, days) = Math.DivRem(rest, 22_500);
        var born = new DateOnly(1950, 1, 1).AddDays((int)days);
        var body = string.Create(CultureInfo.InvariantCulture, $"1101{district + 1:00}{born:yyyyMMdd}{sequence:000}");
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += (body[i] - '0') * Weights[i];
        return body + "10X98765432"[sum % 11];
    }
}
