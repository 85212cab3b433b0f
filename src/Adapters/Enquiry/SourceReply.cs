namespace HealthBao.Adapters.Enquiry;

/// <summary>The bytes of a source's HTTP answer, bounded, not yet read as anything.</summary>
/// <param name="ContentType">The media type with its parameters, or empty.</param>
/// <param name="Body">At most <see cref="SourceConnection.MaxReplyBytes"/> bytes.</param>
public sealed record SourceReply(string ContentType, byte[] Body);
