using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Feeds.Importing;

/// <summary>A file as it comes.</summary>
/// <param name="Ok">Read after <paramref name="Csv"/> is.</param>
/// <param name="Office">Who delivers; null for the operator's own folder.</param>
/// <param name="TotalBytes">The length, where it is known.</param>
/// <param name="IsAuthentic">Asked when all was read: whether the signature is of these bytes.</param>
internal sealed record Delivery(Feed Feed, ShanghaiDay Day, string FileName, Stream Csv, Func<Task<Stream?>> Ok, AuthorityCode? Office, long? TotalBytes, Func<bool> IsAuthentic);
