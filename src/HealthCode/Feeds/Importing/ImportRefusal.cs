using System.Text.Json.Serialization;

namespace HealthBao.HealthCode.Feeds.Importing;

/// <summary>Why a file was refused whole. What was in force stays so, and ends when it would have ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImportRefusal>))]
internal enum ImportRefusal
{
    /// <summary>The file is not named as this feed names its files.</summary>
    [JsonStringEnumMemberName("wrong-name")] WrongName,

    /// <summary>The file is of a day that is over: stale, or of a day later than tomorrow.</summary>
    [JsonStringEnumMemberName("wrong-day")] WrongDay,

    /// <summary>The first line is the agreed header neither in UTF-8 nor in GB18030.</summary>
    [JsonStringEnumMemberName("wrong-header")] WrongHeader,

    /// <summary>It is no file of lines, or it broke off while it was read.</summary>
    [JsonStringEnumMemberName("broken-lines")] BrokenLines,

    /// <summary>The <c>.ok</c> does not say <c>rows</c> and <c>sm3</c>.</summary>
    [JsonStringEnumMemberName("ok-unreadable")] OkUnreadable,

    /// <summary>The file ends before it should, or holds far fewer rows than the one before.</summary>
    [JsonStringEnumMemberName("short-file")] ShortFile,

    /// <summary>The bytes are not those that the <c>.ok</c> speaks of.</summary>
    [JsonStringEnumMemberName("wrong-digest")] WrongDigest,

    /// <summary>The number of rows is not the one in the <c>.ok</c>, though the bytes are.</summary>
    [JsonStringEnumMemberName("wrong-row-count")] WrongRowCount,

    /// <summary>More rows are bad than this feed may have.</summary>
    [JsonStringEnumMemberName("too-many-bad-rows")] TooManyBadRows,

    /// <summary>The call's signature is not of these bytes.</summary>
    [JsonStringEnumMemberName("not-signed")] NotSigned,
}
