using HealthBao.Contracts.Regions;

namespace HealthBao.HealthCode.Feeds;

/// <summary>What the rows of one delivery are judged by.</summary>
/// <param name="Region">The region's code.</param>
/// <param name="Charset">The delivery's.</param>
/// <param name="Now">Seconds since 1970.</param>
/// <param name="Today"><c>yyyyMMdd</c> as a number.</param>
/// <param name="Office">Who delivers; null when the file was dropped by the operator.</param>
/// <param name="Authorities">The offices named so far.</param>
internal sealed record RowContext(string Region, FeedCharset Charset, long Now, int Today, AuthorityCode? Office, NamedOffices Authorities);
