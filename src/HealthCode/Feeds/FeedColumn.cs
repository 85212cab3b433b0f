using System.Text;

namespace HealthBao.HealthCode.Feeds;

/// <summary>A column of a file, and the member of a call that says the same.</summary>
/// <param name="Heading">What stands in the file's first line.</param>
/// <param name="Member">What a call names it.</param>
internal sealed record FeedColumn(string Heading, string Member)
{
    public static readonly FeedColumn Name = new("姓名", "name");
    public static readonly FeedColumn Kind = new("证件类型", "documentType");
    public static readonly FeedColumn Number = new("证件号码", "documentNumber");
    public static readonly FeedColumn Authority = new("决定机构", "authority");
    public static readonly FeedColumn Reason = new("原因", "reason");
    public static readonly FeedColumn State = new("状态", "state");

    /// <summary>The first line in an encoding, without its end.</summary>
    public static byte[] Header(IEnumerable<FeedColumn> columns, Encoding encoding) => encoding.GetBytes(string.Join(',', columns.Select(c => c.Heading)));
}
