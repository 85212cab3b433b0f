using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Feeds;

/// <summary>What can be wrong with a row: a code and a sentence in both languages. A sentence never repeats what stands in the file.</summary>
internal sealed record RowFaultKind(string Code, Words Words)
{
    private static readonly List<RowFaultKind> Listed = [];

    public static IReadOnlyList<RowFaultKind> All => Listed;

    public static readonly RowFaultKind BlankLine = New("blank-line", "空行", "The line is blank.");
    public static readonly RowFaultKind TooFewCells = New("too-few-cells", "列数不足", "The line has too few cells.");
    public static readonly RowFaultKind TooManyCells = New("too-many-cells", "列数过多（单元格内不得有逗号）", "The line has too many cells; a cell must not hold a comma.");
    public static readonly RowFaultKind LineTooLong = New("line-too-long", "行过长", "The line is longer than any true one.");
    public static readonly RowFaultKind Control = New("control-character", "含有控制字符", "The cell holds a control character.");
    public static readonly RowFaultKind Quote = New("quote", "本格式不使用引号", "Quotation marks are no part of this format; write the text without.");
    public static readonly RowFaultKind Encoding = New("encoding", "字节与文件编码不符", "The bytes are none of the file's charset.");

    public static readonly RowFaultKind NameMissing = New("name-missing", "姓名为空", "The name is empty.");
    public static readonly RowFaultKind NameLong = New("name-too-long", "姓名超过 64 个字符", "The name has more than 64 characters.");
    public static readonly RowFaultKind NameMasked = New("name-masked", "姓名已脱敏", "The name is masked; the whole name is needed.");
    public static readonly RowFaultKind NameNumber = New("name-is-number", "姓名列中是数字", "A number stands where the name belongs.");
    public static readonly RowFaultKind NameCharacters = New("name-characters", "姓名含有不允许的字符", "The name has a character that no name has.");

    public static readonly RowFaultKind KindMissing = New("kind-missing", "证件类型为空", "The kind of document is empty.");
    public static readonly RowFaultKind KindUnknown = New("kind-unknown", "证件类型不在清单内", "The kind of document is not 1 to 6, nor a shared code.");

    public static readonly RowFaultKind NumberMissing = New("number-missing", "证件号码为空", "The number is empty.");
    public static readonly RowFaultKind NumberMasked = New("number-masked", "证件号码已脱敏", "The number is masked; the whole number is needed.");
    public static readonly RowFaultKind NumberLength = New("number-length", "证件号码位数不对", "The number has the wrong length for its kind.");
    public static readonly RowFaultKind NumberCharacters = New("number-characters", "证件号码含有不允许的字符", "The number has a character that is not allowed there.");
    public static readonly RowFaultKind NumberBirth = New("number-birth-date", "证件号码中的出生日期不存在", "The birth date in the number does not exist.");
    public static readonly RowFaultKind NumberUnborn = New("number-birth-future", "证件号码中的出生日期尚未到来", "The birth date in the number is still to come.");
    public static readonly RowFaultKind NumberCheck = New("number-check-digit", "证件号码校验位不对", "The number has a wrong check digit.");
    public static readonly RowFaultKind NumberPrefix = New("number-prefix", "证件号码开头不对", "The number does not begin as its kind does.");

    public static readonly RowFaultKind StateMissing = New("state-missing", "状态为空", "The state is empty.");
    public static readonly RowFaultKind StateUnknown = New("state-unknown", "状态不在清单内", "The state is not of the list.");
    public static readonly RowFaultKind ReasonMissing = New("reason-missing", "原因为空", "The reason is empty.");
    public static readonly RowFaultKind ReasonUnknown = New("reason-unknown", "原因不在清单内", "The reason is not of the closed list.");
    public static readonly RowFaultKind NoHealthReason = New("no-health-reason", "不是健康原因，不得据此赋红码或黄码", "Nobody is turned yellow or red but for a reason of health.");
    public static readonly RowFaultKind ReasonContradicts = New("reason-contradicts", "该原因不导致该状态", "This reason does not lead to this state.");

    public static readonly RowFaultKind TimeMissing = New("time-missing", "时间为空", "The time is empty.");
    public static readonly RowFaultKind TimeFormat = New("time-format", "时间格式不对", "The time is not written as described.");
    public static readonly RowFaultKind TimeNone = New("time-none", "该日期或时刻不存在", "There is no such date or time of day.");
    public static readonly RowFaultKind TimeFuture = New("time-future", "时间在未来", "The time is still to come.");
    public static readonly RowFaultKind TimeOld = New("time-too-old", "时间过早", "The time lies too far back.");
    public static readonly RowFaultKind EndBefore = New("end-before-start", "结束早于开始", "The end comes before the start.");
    public static readonly RowFaultKind EndFar = New("end-too-far", "结束日期过晚", "The end lies too far after the start.");

    public static readonly RowFaultKind AuthorityMissing = New("authority-missing", "决定机构为空", "The office that decided is not named.");
    public static readonly RowFaultKind AuthorityFormat = New("authority-format", "决定机构代码格式不对", "The office is not written as division and office, such as 110105001002/COMMUNITY.");
    public static readonly RowFaultKind AuthorityRegion = New("authority-other-region", "决定机构不属于本地区", "The office is of another region.");
    public static readonly RowFaultKind AuthorityOffice = New("authority-wrong-office", "该机构无权作此决定", "This office does not decide this.");
    public static readonly RowFaultKind AuthorityScope = New("authority-out-of-scope", "超出报送机构的辖区", "The office lies outside the division of the one that delivers.");

    public static readonly RowFaultKind DivisionMissing = New("division-missing", "社区代码为空", "The community is not named.");
    public static readonly RowFaultKind DivisionFormat = New("division-format", "区划代码格式不对", "The division is not written with 6, 9 or 12 digits.");
    public static readonly RowFaultKind DivisionRegion = New("division-other-region", "区划不属于本地区", "The division lies in another region.");
    public static readonly RowFaultKind DivisionUnknown = New("division-unknown", "区划代码不存在", "No such division is known.");

    public static readonly RowFaultKind CategoryMissing = New("category-missing", "登记类别为空", "The kind of registration is empty.");
    public static readonly RowFaultKind CategoryUnknown = New("category-unknown", "登记类别不在清单内", "The kind of registration is not of the list.");
    public static readonly RowFaultKind ModeUnknown = New("mode-unknown", "出行方式不在清单内", "The means of travel is not of the list.");
    public static readonly RowFaultKind CheckUnknown = New("check-unknown", "核验结果不在清单内", "The result of verification is not of the list.");
    public static readonly RowFaultKind PersonTwice = New("person-twice", "同一人出现两次且内容矛盾", "The person stands here twice, and the two contradict each other.");

    public override string ToString() => Code;

    private static RowFaultKind New(string code, string zh, string en)
    {
        var kind = new RowFaultKind(code, new(zh, en));
        Listed.Add(kind);
        return kind;
    }
}
