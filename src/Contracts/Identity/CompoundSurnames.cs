using System.Collections.Frozen;
using System.Text;

namespace HealthBao.Contracts.Identity;

/// <summary>Surnames of two characters (复姓) still borne today.</summary>
internal static class CompoundSurnames
{
    private static readonly FrozenSet<string> All = new[]
    {
        "欧阳", "司马", "上官", "诸葛", "司徒", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "尉迟", "公羊", "赫连", "澹台", "皇甫",
        "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "鲜于", "闾丘", "司空", "亓官", "司寇",
        "子车", "颛孙", "端木", "巫马", "公西", "漆雕", "乐正", "壤驷", "公良", "拓跋", "夹谷", "宰父", "谷梁", "段干", "百里", "东郭",
        "南门", "呼延", "羊舌", "微生", "梁丘", "左丘", "东门", "西门", "第五", "令狐", "轩辕", "完颜", "耶律", "纳兰", "叶赫",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(Rune first, Rune second) => All.Contains(first.ToString() + second);
}
