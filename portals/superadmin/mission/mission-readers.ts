/** What reads missions in rows or in numbers. */
export const missionReaders = ['AdminMissions', 'AdminMissionFigures', 'AdminProjectMissions', 'AdminHome', 'AdminCounts'];
