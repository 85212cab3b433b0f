using System.Text.Json.Serialization;

namespace HealthBao.Adapters.Files;

/// <summary>Why a nightly file was refused whole.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FileRefusal>))]
public enum FileRefusal
{
    /// <summary>The file is not named as this source names its files.</summary>
    [JsonStringEnumMemberName("wrong-name")] WrongName,

    /// <summary>The file is not today's.</summary>
    [JsonStringEnumMemberName("wrong-day")] WrongDay,

    /// <summary>The first line is not the agreed header.</summary>
    [JsonStringEnumMemberName("wrong-header")] WrongHeader,

    /// <summary>A line does not end with CRLF, holds a control character or is longer than any true line.</summary>
    [JsonStringEnumMemberName("broken-lines")] BrokenLines,

    /// <summary>The <c>.ok</c> file does not say <c>rows</c> and <c>sm3</c>.</summary>
    [JsonStringEnumMemberName("ok-unreadable")] OkUnreadable,

    /// <summary>The file ends before it should.</summary>
    [JsonStringEnumMemberName("short-file")] ShortFile,

    /// <summary>The bytes are not those the <c>.ok</c> file speaks of.</summary>
    [JsonStringEnumMemberName("wrong-digest")] WrongDigest,

    /// <summary>The number of rows is not the one in the <c>.ok</c> file, though the bytes are.</summary>
    [JsonStringEnumMemberName("wrong-row-count")] WrongRowCount,

    /// <summary>More than 0.1 % of the rows are not sound.</summary>
    [JsonStringEnumMemberName("too-many-bad-rows")] TooManyBadRows,
}
