using System.Text;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Feeds;
using HealthBao.HealthCode.Feeds.Importing;
using Org.BouncyCastle.Crypto.Digests;

namespace HealthBao.HealthCode.Tests;

/// <summary>A file as a feed's source writes it, with its <c>.ok</c>.</summary>
public sealed record FeedFile(string Feed, string Name, byte[] Csv, string Ok)
{
    public static Encoding Gb18030 { get; } = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static FeedFile Of(string feed, ShanghaiDay day, IEnumerable<string> rows, Encoding? encoding = null, string end = "\r\n")
    {
        var known = HealthCode.Feeds.Feed.Find(feed)!;
        var header = string.Join(',', known.Columns.Select(c => c.Heading));
        var lines = rows.ToArray();
        var csv = (encoding ?? new UTF8Encoding(false)).GetBytes(string.Concat(lines.Prepend(header).Select(l => l + end)));
        return new FeedFile(feed, FeedFileName.Of(known, "110000", day), csv, "").Promising(lines.Length);
    }

    /// <summary>With the <c>.ok</c> of these bytes and so many rows.</summary>
    public FeedFile Promising(long rows) => this with { Ok = $"rows={rows}\r\nsm3={Sm3(Csv)}\r\n" };

    public static FeedFile Registration(ShanghaiDay day, params IEnumerable<MadeUp> people) =>
        Of("registration", day, people.Select(p => Row(p, "resident", "110105001002", "20200201090000")));

    public static FeedFile Central(ShanghaiDay day, params IEnumerable<string> rows) => Of("central-observation", day, rows);

    public static FeedFile Home(ShanghaiDay day, params IEnumerable<string> rows) => Of("home-observation", day, rows);

    public static FeedFile Trips(ShanghaiDay day, params IEnumerable<string> rows) => Of("trips", day, rows);

    /// <summary>A row about a person, with the feed's own cells.</summary>
    public static string Row(MadeUp person, params string[] cells) => string.Join(',', [person.Name, person.Kind, person.Number, .. cells]);

    public static string Observed(MadeUp person, string at = "20200229120000", string reason = "cdc-list", string office = "110000/CDC") => Row(person, "observed", reason, at, office);

    public static string Released(MadeUp person, string at = "20200229120000", string office = "110000/CDC") => Row(person, "released", "released", at, office);

    public static string AtHome(MadeUp person, string from = "20200225", string until = "20200310", string reason = "community-report", string office = "110105001002/COMMUNITY") =>
        Row(person, "observed", reason, from, until, office);

    public static string Ended(MadeUp person, string from = "20200225", string until = "20200310", string office = "110105001002/COMMUNITY") =>
        Row(person, "released", "observation-ended", from, until, office);

    private static string Sm3(byte[] bytes)
    {
        var digest = new SM3Digest();
        digest.BlockUpdate(bytes, 0, bytes.Length);
        var hash = new byte[digest.GetDigestSize()];
        digest.DoFinal(hash, 0);
        return Convert.ToHexStringLower(hash);
    }
}
